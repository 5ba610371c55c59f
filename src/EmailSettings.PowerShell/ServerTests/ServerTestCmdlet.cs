using System.Globalization;
using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.Operations;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.ServerTests;

/// <summary>
/// The base of the server tests: common parameters, and output of reports as they complete. A failing server is not an error.
/// </summary>
public abstract class ServerTestCmdlet : WaitingCmdlet, IAnswersQuietly
{
    private const string DetailedView = "EmailSettings.Core.ServerTests.Reports.ServerTestReport#Detailed";

    private SecretText? _password;
    private SecretText? _clientSecret;

    /// <summary>How TLS is used: Auto, Implicit, StartTls or None.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TlsModeCompleter))]
    public string? TlsMode { get; set; }

    /// <summary>Whether the connection is secured, if TlsMode is Auto.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? UseSsl { get; set; }

    /// <summary>The user name and password.</summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The client secret.</summary>
    [Parameter]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The OAuth authority, https://login host/tenant GUID.</summary>
    [Parameter]
    public string? Address { get; set; }

    /// <summary>The application (client) ID, a GUID.</summary>
    [Parameter]
    public string? ClientId { get; set; }

    /// <summary>Signs in with a device code, which is shown.</summary>
    [Parameter]
    public SwitchParameter DeviceCode { get; set; }

    /// <summary>A file of certificates to trust additionally.</summary>
    [Parameter]
    [Alias("CaCertificate")]
    public string? CaCertificatePath { get; set; }

    /// <summary>The proxy for the token endpoint and Microsoft Graph.</summary>
    [Parameter]
    public string? Proxy { get; set; }

    /// <summary>The SASL mechanism; by default the strongest one offered that works.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MechanismCompleter))]
    public string? Mechanism { get; set; }

    /// <summary>The addresses of the host to connect to: Auto, IPv4 or IPv6.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AddressFamilyCompleter))]
    public string? AddressFamily { get; set; }

    /// <summary>Makes no diagnostic connections to find out why a session failed.</summary>
    [Parameter]
    public SwitchParameter NoProbe { get; set; }

    /// <summary>The maximum number of retries of a test that fails for a reason that usually passes.</summary>
    [Parameter]
    [ValidateRange(0, ServerTestLimits.MaxRetries)]
    [WholeNumber]
    public int? Retry { get; set; }

    /// <summary>The pause before each retry, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? RetryPauseSec { get; set; }

    /// <summary>The time limit of a whole test, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? TimeoutSec { get; set; }

    /// <summary>The time limit for resolving the name and for connecting, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? ConnectTimeoutSec { get; set; }

    /// <summary>The time limit of one reply, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? ReplyTimeoutSec { get; set; }

    /// <summary>The maximum number of servers tested at a time.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxThrottle)]
    [WholeNumber]
    public int ThrottleLimit { get; set; } = ServerTestLimits.DefaultThrottle;

    /// <summary>A settings document whose values are tested as if it had been imported.</summary>
    [Parameter]
    [Alias("Settings")]
    public string? SettingsPath { get; set; }

    /// <summary>Returns a Boolean: true if no test failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Shows all facts and the redacted transcript.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>The document's file; null for the stored settings.</summary>
    private protected string? DocumentPath => SettingsPath is null ? null : FilePath(SettingsPath);

    /// <summary>Gets the arguments common to both tests. Host, port and mailbox may come with each piped object.</summary>
    private protected ServerTestCall Arguments(string? authentication, string? transport)
    {
        _password = Credential is null ? null : SecretText.FromSecureString(Credential.Password);
        _clientSecret = ClientSecret is null ? null : SecretText.FromSecureString(ClientSecret);
        return new ServerTestCall
        {
            TlsMode = TlsMode,
            UseSsl = UseSsl,
            Authentication = authentication,
            Transport = transport,
            User = Credential?.UserName,
            Password = _password,
            ClientSecret = _clientSecret,
            Address = Address,
            ClientId = ClientId,
            DeviceCode = DeviceCode ? prompt => OnPipeline(() => Show(prompt)) : null,
            CaCertificatePath = CaCertificatePath is null ? null : FilePath(CaCertificatePath),
            Proxy = Proxy,
            Mechanism = Mechanism,
            AddressFamily = AddressFamily,
            NoProbe = NoProbe,
            Retry = Retry,
            RetryPauseSec = RetryPauseSec,
            TimeoutSec = TimeoutSec,
            ConnectTimeoutSec = ConnectTimeoutSec,
            ReplyTimeoutSec = ReplyTimeoutSec,
        };
    }

    /// <summary>Runs the tests and writes their reports.</summary>
    private protected void RunTests(TestedSettings settings, IReadOnlyCollection<ServerTestRequest> requests)
    {
        if (requests.Count == 0) return;
        var tests = Session.Tests;
        Wait(() => TestAsync(tests, settings, requests));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _password?.Dispose();
        _clientSecret?.Dispose();
        base.Dispose(disposing);
    }

    private async Task TestAsync(ServerTestOperations tests, TestedSettings settings, IReadOnlyCollection<ServerTestRequest> requests)
    {
        var (done, failed) = (0, 0);
        OperationHost.Verbose(string.Create(CultureInfo.InvariantCulture, $"Mail servers to test: {requests.Count}, at most {ThrottleLimit} at a time."));
        OperationHost.Progress("Testing mail servers", done, requests.Count);
        await foreach (var report in tests.TestAsync(settings, requests, ThrottleLimit, Cancellation).ConfigureAwait(false))
        {
            done++;
            if (report.Status == CheckStatus.Failed) failed++;
            OperationHost.Progress("Testing mail servers", done, requests.Count);
            await OnPipelineAsync(() => Write(report)).ConfigureAwait(false);
        }
        if (Quiet) await OnPipelineAsync(() => WriteObject(failed == 0)).ConfigureAwait(false);
    }

    private void Write(ServerTestReport report)
    {
        foreach (var stage in report.Stages) WriteVerbose($"{report.Title}: {stage.Stage} {stage.Status}, {stage.Summary}");
        if (Quiet) return;
        var shown = ShownRecords.OfReport(report);
        if (Detailed) shown.TypeNames.Insert(0, DetailedView);
        WriteObject(shown);
    }

    // As Write-Host does: shown at once, and never part of the output.
    private void Show(DeviceCodePrompt prompt) =>
        WriteInformation(new HostInformationMessage { Message = prompt.Message }, ["PSHOST"]);
}
