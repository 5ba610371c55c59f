using System.Net.NetworkInformation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>EHLO; again after STARTTLS.</summary>
internal sealed class SmtpCapabilitiesStage : ConnectionStage
{
    public override TestStage Name => TestStage.Capabilities;

    public override TestStage[] Needs => [TestStage.Greeting, TestStage.StartTls, TestStage.Tls];

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        context.ClientName = ClientName(context);
        var result = await context.Smtp.EhloAsync(context.ClientName, cancellation).ConfigureAwait(false);
        if (result.Failure is { } failure)
        {
            return new StageOutcome(null, RejectedReplies.Describe(context, failure, ReplyPosition.Hello,
                () => ConnectionFindings.CapabilitiesRefused.At(value: failure.Command, serverText: failure.ServerText)));
        }
        var found = result.Facts!;
        return found.Extended
            ? new StageOutcome(found)
            : new StageOutcome(found, ConnectionFindings.CapabilitiesMissing.At(value: "EHLO (it accepts only HELO, so neither STARTTLS nor a login is possible)", serverText: found.Reply.Text));
    }

    // Some systems keep the domain apart from the host name.
    private static string MachineName()
    {
        var machine = IPGlobalProperties.GetIPGlobalProperties();
        var name = machine.HostName;
        var domain = name.Contains('.', StringComparison.Ordinal) ? "" : machine.DomainName;
        return domain.Length == 0 ? name : $"{name}.{domain}";
    }

    // Use an address literal for a machine without a resolvable name (RFC 5321 section 4.1.4).
    private static string ClientName(ServerTestContext context)
    {
        if (context.Plan.Request.HeloName is { } given) return given;
        var name = MachineName();
        if (name.Contains('.', StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')) return name;
        return context.LocalAddress is { } address
            ? address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]"
            : "[127.0.0.1]";
    }
}
