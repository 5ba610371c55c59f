using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Operations;

/// <summary>Reads, creates, chooses, exports and checks the password certificate.</summary>
public sealed class CertificateOperations
{
    private readonly AccessGuard _guard;
    private readonly SettingsOperations _settings;
    private readonly CertificateStores _stores;
    private readonly CertificateFinder _finder;
    private readonly SecretOperations _secrets;
    private readonly CertificateReporter _reporting;
    private readonly HostCertificates _hosts;
    private readonly TimeProvider _clock;

    internal CertificateOperations(
        AccessGuard guard, SettingsOperations settings, SecretOperations secrets, CertificateStores stores, CertificateFinder finder, HostCertificates hosts,
        TimeProvider clock)
    {
        _secrets = secrets;
        _hosts = hosts;
        _reporting = new CertificateReporter(stores, finder, guard, hosts, clock);
        _guard = guard;
        _settings = settings;
        _stores = stores;
        _finder = finder;
        _clock = clock;
    }

    /// <summary>Returns the chosen certificate, verifying whether this account can use its key; null if none is chosen.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.CertificateMissing"/>.</exception>
    public ChosenCertificate? ReadChosen()
    {
        var state = ReadState();
        if (state.Certificate is not { } reference) return null;
        using var vault = new CertificateVault(state, _finder, _guard, _clock);
        if (!vault.IsAvailable(reference)) _hosts.Record(state.Hosts, reference.Thumbprint, isKeyUsable: false);
        var certificate = vault.OpenChosen(reference);
        var isKeyUsable = IsKeyUsable(certificate);
        _hosts.Record(state.Hosts, reference.Thumbprint, isKeyUsable);
        return ChosenCertificate.From(certificate.Info, isKeyUsable, _clock) with
        {
            HostsWithoutKey = _hosts.Lacking(state.Hosts, reference.Thumbprint).Select(host => host.Host).ToList(),
        };
    }

    /// <summary>Lists all suitable certificates in the certificate stores.</summary>
    public IReadOnlyList<ChosenCertificate> ListUsable() =>
        [.. _finder.ListUsable().Select(info => ChosenCertificate.From(info, info.HasPrivateKey, _clock))];

    /// <summary>Chooses a certificate from the certificate stores by thumbprint or unique subject.</summary>
    public ChangeResult Choose(string thumbprintOrSubject, IOperationHost host)
    {
        _guard.Require(OperationTable.ChooseCertificate);
        using var certificate = _finder.Choose(thumbprintOrSubject);
        return Use(certificate, host);
    }

    /// <summary>
    /// Chooses a certificate from a file; a PFX with a passphrase is imported into the user's certificate store.
    /// </summary>
    public ChangeResult ChooseFile(string file, string? keyFile, SecretText? passphrase, IOperationHost host)
    {
        _guard.Require(OperationTable.ChooseCertificate);
        using var certificate = _finder.ChooseFile(file, keyFile, passphrase);
        return Use(certificate, host);
    }

    /// <summary>
    /// Creates a certificate and chooses it. Stored secrets keep their certificates until they are re-encrypted.
    /// </summary>
    /// <returns>The certificate; null if not confirmed.</returns>
    public ChosenCertificate? Create(NewCertificateOptions options, IOperationHost host)
    {
        _guard.Require(OperationTable.CreateCertificate);
        if (!host.Confirm($@"certificate store {options.Location}", $"create a password certificate (RSA {options.Bits}, {options.Years} years)")) return null;
        using var certificate = new CertificateFactory(_stores, _clock).Create(options);
        _settings.Apply(Choice(certificate.Info), new Confirmed(host));
        WarnOfEarlierCertificates(certificate.Info.Thumbprint, host);
        host.Verbose($"Made certificate {certificate.Info.Thumbprint} in {certificate.Info.Location}.");
        return ChosenCertificate.From(certificate.Info, IsKeyUsable(certificate), _clock);
    }

    /// <summary>Exports the chosen certificate: <c>.cer</c> without its key, <c>.pfx</c> with it.</summary>
    /// <param name="path">The file to create; never overwritten.</param>
    /// <param name="passphrase">The passphrase of the PFX; not for <c>.cer</c>.</param>
    /// <param name="host">The front end.</param>
    /// <returns>False if not confirmed.</returns>
    public bool Export(string path, SecretText? passphrase, IOperationHost host)
    {
        _guard.Require(OperationTable.ExportCertificate);
        var state = ReadState();
        using var vault = new CertificateVault(state, _finder, _guard, _clock);
        var certificate = vault.OpenChosen(state.Certificate);
        if (!host.Confirm(path, $"export certificate {certificate.Info.Thumbprint}")) return false;
        if (Path.GetExtension(path).Equals(".cer", StringComparison.OrdinalIgnoreCase)) CertificateExport.ToCer(certificate, path);
        else CertificateExport.ToPfx(certificate, path, passphrase);
        host.Verbose($"Exported certificate {certificate.Info.Thumbprint} to {path}.");
        return true;
    }

    /// <summary>
    /// Reports the health of the chosen certificate on this host and of the secrets that depend on it. Problems are reported, not
    /// thrown.
    /// </summary>
    /// <param name="daysBefore">Warn about certificates and client secrets that expire within this number of days.</param>
    /// <param name="forAccount">Another account to check for access to the private key; null if none.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.AccountUnknown"/>, or <see cref="SecretErrors.AccountCheckUnavailable"/> if it cannot be checked.
    /// </exception>
    public CertificateReport Test(int daysBefore = ExpiryWarning.DaysBefore, string? forAccount = null) => _reporting.Report(ReadState(), daysBefore, forAccount);

    /// <summary>Returns the findings about the chosen certificate itself, without the secrets.</summary>
    internal IEnumerable<Finding> Examine(int daysBefore) => CertificateReporter.FindingsOf(_reporting.Examine(ReadState(), daysBefore));

    private StoredState ReadState() => _guard.Read(SecretReprotector.Parts | StoreParts.Hosts);

    private ChangeResult Use(PasswordCertificate certificate, IOperationHost host)
    {
        certificate.VerifyKey();
        foreach (var warning in certificate.Info.DateWarnings(_clock)) host.Warn(warning);
        var result = _settings.Apply(Choice(certificate.Info), host);
        WarnOfEarlierCertificates(certificate.Info.Thumbprint, host);
        return result;
    }

    // Also under WhatIf, since the remaining work is part of what the choice would cause.
    private void WarnOfEarlierCertificates(string chosen, IOperationHost host)
    {
        foreach (var warning in SecretFindings.OnEarlierCertificates(_secrets.List(), chosen)) host.Warn(warning);
    }

    private static SettingsChange Choice(PasswordCertificateInfo info) =>
        new("password certificate", [new ChangeStep.UseCertificate(info.Reference)]);

    private static bool IsKeyUsable(PasswordCertificate certificate)
    {
        try
        {
            certificate.VerifyKey();
            return true;
        }
        catch (EmailSettingsException)
        {
            return false;
        }
    }

    /// <summary>A host whose user has already confirmed the certificate as a whole.</summary>
    private sealed class Confirmed(IOperationHost host) : IOperationHost
    {
        public CancellationToken Cancellation => host.Cancellation;

        public bool Confirm(string target, string action) => true;

        public void Warn(Finding warning) => host.Warn(warning);

        public void Verbose(string text) => host.Verbose(text);

        public void Progress(string activity, int done, int total) => host.Progress(activity, done, total);
    }
}
