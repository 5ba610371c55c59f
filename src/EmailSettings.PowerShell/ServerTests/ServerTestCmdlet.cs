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
/// A test of servers: what is given with the call, and reports as they are finished. A server that fails is no error.
/// </summary>
public abstract class ServerTestCmdlet : WaitingCmdlet
{
    private const string DetailedView = "EmailSettings.Core.ServerTests.Reports.ServerTestReport#Detailed";

    private SecretText? _password;
    private SecretText? _clientSecret;

    /// <summary>How TLS is spoken: Auto, Implicit, StartTls or None.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TlsModeCompleter))]
    public string? TlsMode { get; set; }

    /// <summary>Secure connection on or off; weighs where TlsMode is Auto.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? UseSsl { get; set; }

    /// <summary>User name and password.</summary>
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

    /// <summary>Signs in with a code that is shown.</summary>
    [Parameter]
    public SwitchParameter DeviceCode { get; set; }

    /// <summary>A file of certificates to trust as well.</summary>
    [Parameter]
    [Alias("CaCertificate")]
    public string? CaCertificatePath { get; set; }

    /// <summary>Proxy to the token endpoint and Microsoft Graph.</summary>
    [Parameter]
    public string? Proxy { get; set; }

    /// <summary>SASL mechanism to log in by; the strongest on offer that works without it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MechanismCompleter))]
    public string? Mechanism { get; set; }

    /// <summary>Which addresses of the host to connect to: Auto, IPv4 or IPv6.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AddressFamilyCompleter))]
    public string? AddressFamily { get; set; }

    /// <summary>Makes no further connections to find out why the session failed.</summary>
    [Parameter]
    public SwitchParameter NoProbe { get; set; }

    /// <summary>How often a test is repeated at most, where it fails by something that passes by waiting.</summary>
    [Parameter]
    [ValidateRange(0, ServerTestLimits.MaxRetries)]
    [WholeNumber]
    public int? Retry { get; set; }

    /// <summary>How long to wait before each time, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? RetryPauseSec { get; set; }

    /// <summary>Limit of a whole test, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? TimeoutSec { get; set; }

    /// <summary>Limit to look the name up and to connect, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? ConnectTimeoutSec { get; set; }

    /// <summary>Limit of one reply, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? ReplyTimeoutSec { get; set; }

    /// <summary>At most so many servers are tested at a time.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxThrottle)]
    [WholeNumber]
    public int ThrottleLimit { get; set; } = ServerTestLimits.DefaultThrottle;

    /// <summary>A settings document to be tested as if it had been imported.</summary>
    [Parameter]
    [Alias("Settings")]
    public string? SettingsPath { get; set; }

    /// <summary>Gives one Boolean: true where no test failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Shows all facts and what was said, secrets taken out.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>The document's file; null for the stored settings.</summary>
    private protected string? DocumentPath => SettingsPath is null ? null : FilePath(SettingsPath);

    /// <summary>
    /// What was given with the call, as far as both tests take it. Host, port and mailbox may come with each object piped in.
    /// </summary>
    private protected ServerTestCall Given(string? authentication, string? transport)
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

    /// <summary>Runs the tests and writes what they find.</summary>
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

    // As Write-Host does it: seen at once, and never part of the output.
    private void Show(DeviceCodePrompt prompt) =>
        WriteInformation(new HostInformationMessage { Message = prompt.Message }, ["PSHOST"]);
}
