using System.Globalization;
using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace EmailSettings.Core.ServerTests.SenderDomains;

/// <summary>DNS lookups with DnsClient, which is loaded by the first query.</summary>
/// <param name="server">The DNS server; null for those of the system.</param>
internal sealed class DnsRecords(IPEndPoint? server = null) : IDnsRecords
{
    public async Task<DnsAnswer> AskAsync(string name, DnsRecordType type, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            var response = await Client(limit).QueryAsync(name, TypeOf(type), cancellationToken: cancellation).ConfigureAwait(false);
            return response.Header.ResponseCode switch
            {
                DnsHeaderResponseCode.NoError => new DnsAnswer(true, [.. response.Answers.Select(TextOf).OfType<string>()]),
                DnsHeaderResponseCode.NotExistentDomain => new DnsAnswer(false, []),
                _ => throw new DnsLookupException(response.ErrorMessage ?? response.Header.ResponseCode.ToString()),
            };
        }
        catch (DnsResponseException e)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DnsLookupException(e.DnsError ?? e.Message);
        }
        catch (InvalidOperationException e)
        {
            // This machine has no DNS server configured.
            throw new DnsLookupException(e.Message);
        }
    }

    private LookupClient Client(TimeSpan limit)
    {
        var options = server is null ? new LookupClientOptions() : new LookupClientOptions(server);
        options.UseCache = false;
        options.Retries = 1;
        options.Timeout = limit / 2;
        options.ContinueOnDnsError = false;
        return new LookupClient(options);
    }

    private static QueryType TypeOf(DnsRecordType type) => type switch
    {
        DnsRecordType.Mx => QueryType.MX,
        DnsRecordType.Txt => QueryType.TXT,
        DnsRecordType.A => QueryType.A,
        _ => QueryType.AAAA,
    };

    // Ignore CNAME records in the answer.
    private static string? TextOf(DnsResourceRecord record) => record switch
    {
        MxRecord mx => string.Create(CultureInfo.InvariantCulture, $"{mx.Preference} {mx.Exchange.Value.TrimEnd('.')}"),
        TxtRecord txt => string.Concat(txt.Text),
        AddressRecord address => address.Address.ToString(),
        _ => null,
    };
}
