using EmailSettings.Core.Access;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Checks the health of everything except servers: store, settings, certificate, secrets.</summary>
public sealed class HealthOperations
{
    private readonly ISettingsStore _store;
    private readonly AccessGuard _guard;
    private readonly CertificateOperations _certificates;
    private readonly SecretOperations _secrets;

    internal HealthOperations(ISettingsStore store, AccessGuard guard, CertificateOperations certificates, SecretOperations secrets)
    {
        _store = store;
        _guard = guard;
        _certificates = certificates;
        _secrets = secrets;
    }

    /// <summary>Checks everything. Problems are reported, not thrown.</summary>
    /// <param name="daysBefore">Warn about certificates and client secrets that expire within this number of days.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="AccessErrors.RightMissing"/>: this needs the right to view every block.
    /// </exception>
    public HealthReport Check(int daysBefore = ExpiryWarning.DaysBefore)
    {
        var store = Check("Store", CheckStore);
        if (store.Status == CheckStatus.Failed) return HealthReport.Of([store, Skipped("Settings"), Skipped("Certificate"), Skipped("Secrets")]);
        _guard.Require(OperationTable.ViewAll);
        return HealthReport.Of([store, Check("Settings", CheckSettings), Check("Certificate", () => _certificates.Examine(daysBefore)), Check("Secrets", () => CheckSecrets(daysBefore))]);
    }

    private static HealthCheck Skipped(string name) => new(name, CheckStatus.Skipped, []);

    private static HealthCheck Check(string name, Func<IEnumerable<Finding>> look)
    {
        List<Finding> findings;
        try
        {
            findings = [.. look()];
        }
        catch (EmailSettingsException e)
        {
            findings = [.. e.Faults];
        }
        return new HealthCheck(name, Finding.StatusOf(findings), findings);
    }

    // Defaults without a store are not healthy: the path may be mistyped.
    private IEnumerable<Finding> CheckStore() =>
        _store.Describe() is { Exists: false } missing ? [StoreErrors.StoreNotThere.At(value: missing.Location)] : _store.Verify();

    private IEnumerable<Finding> CheckSettings()
    {
        var state = _store.Read(StoreParts.Attachments | StoreParts.Outgoing | StoreParts.Incoming);
        if (state.Restart is { } restart)
            yield return SettingsWarnings.RestartRequired.At(restart.Component, string.Join(", ", restart.Fields));
        if (state.OutgoingServer is { Enabled: true, Authentication: OutgoingAuthentication.Basic, UseSsl: false })
            yield return SettingsWarnings.BasicWithoutSsl.At("outgoingServer.useSsl");
        if (state.OutgoingServer is { Enabled: true, Authentication: OutgoingAuthentication.Basic, PasswordState.IsSet: false })
            yield return SettingsFindings.PasswordNotStored(SecretPath.OutgoingPassword, SecretPurpose.OutgoingPassword);
        if (state.OutgoingServer is { Enabled: true, Authentication: OutgoingAuthentication.OAuthService, SecretState.IsSet: false })
            yield return SettingsFindings.ClientSecretNotStored(SecretPath.OutgoingSecret, SecretPurpose.OutgoingSecret);
        foreach (var server in state.IncomingServers)
        {
            if (server is { Authentication: IncomingAuthentication.OAuthService, SecretState.IsSet: false })
                yield return SettingsFindings.ClientSecretNotStored(SecretPath.OfServer(SettingBlocks.PathOfServer(server.Name)), SecretPurpose.IncomingSecret(server.Name));
        }
    }

    private IEnumerable<Finding> CheckSecrets(int daysBefore) =>
        SecretFindings.Of(_secrets.List(), _store.Read(StoreParts.Certificate).Certificate?.Thumbprint, daysBefore);
}
