using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>certificate show | list | use THUMBPRINT|FILE | new | export FILE | test</c></summary>
internal static class CertificateCommand
{
    private const string Passphrase = "Passphrase";

    public static Command Build() => new("certificate", "The certificate that protects passwords.") { Show(), List(), Use(), New(), Export(), Test() };

    private static Command Show()
    {
        var command = new Command("show", "Show the chosen certificate, its location and whether its key is usable.");
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(CertificateViews.Of(call.Session.Certificates.ReadChosen(), Front.CommandLine))));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the suitable certificates of this account and machine.");
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(CertificateViews.Of(call.Session.Certificates.ListUsable(), Front.CommandLine))));
        return command;
    }

    private static Command Use()
    {
        var certificate = new Argument<string>("THUMBPRINT|FILE") { Description = "A thumbprint, a subject that only one certificate has, or a PFX or PEM file.", Arity = ArgumentArity.ExactlyOne }.Certificates();
        var key = new Option<string?>("--key") { Description = "The key of a PEM certificate.", HelpName = "FILE" };
        var passphrase = GlobalOptions.Flag("--password-stdin", "Read the passphrase of a PFX from standard input.");
        var command = new Command("use", "Choose the password certificate.") { certificate, key, passphrase, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var named = parsed.GetRequiredValue(certificate);
            var isFile = parsed.GetValue(key) is not null || parsed.GetValue(passphrase) || LooksLikeFile(named);
            return call.Show(isFile
                ? UseFile(call, named, parsed.GetValue(key), parsed.GetValue(passphrase))
                : call.Session.Certificates.Choose(named, call.Host));
        }));
        return command;
    }

    private static bool LooksLikeFile(string named) =>
        CertificateReference.ParseThumbprint(named) is null
        && (File.Exists(named) || (!IsDistinguishedName(named) && (HasSeparator(named) || Path.GetExtension(named).ToLowerInvariant() is ".pfx" or ".p12" or ".pem" or ".crt" or ".cer")));

    // Its values may contain slashes, and backslashes as escapes (RFC 4514).
    private static bool IsDistinguishedName(string named) => named.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && !HasSeparator(named.AsSpan(0, at));

    private static bool HasSeparator(ReadOnlySpan<char> path) => path.ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);

    private static ChangeResult UseFile(Call call, string file, string? keyFile, bool readsPassphrase)
    {
        using var given = readsPassphrase ? StandardInput.ReadSecret(call, Passphrase) : null;
        try
        {
            return call.Session.Certificates.ChooseFile(file, keyFile, given, call.Host);
        }
        catch (EmailSettingsException e) when (e.Code == SecretErrors.CertificatePassphraseWrong && given is null && !Console.IsInputRedirected)
        {
            using var typed = StandardInput.ReadSecret(call, $"{Passphrase} of {file}");
            return call.Session.Certificates.ChooseFile(file, keyFile, typed, call.Host);
        }
    }

    private static Command New()
    {
        var defaults = new NewCertificateOptions();
        var years = GlobalOptions.Number("--years", $"Years until it expires (default: {defaults.Years}).", least: 0);
        var bits = GlobalOptions.Number("--bits", $"Size of the RSA key in bits (default: {defaults.Bits}).", least: 0);
        var command = new Command("new", "Create a password certificate in CurrentUser\\My and choose it.") { years, bits, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var options = defaults with { Years = parsed.GetValue(years) ?? defaults.Years, Bits = parsed.GetValue(bits) ?? defaults.Bits };
            return call.Session.Certificates.Create(options, call.Host) is { } made
                ? call.Show(CertificateViews.Of(made, Front.CommandLine))
                : call.Show(CertificateViews.NotCreated);
        }));
        return command;
    }

    private static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = ".pfx with the key, protected by a passphrase; .cer without the key.", Arity = ArgumentArity.ExactlyOne };
        var passphrase = GlobalOptions.Flag("--password-stdin", "Read the passphrase of the PFX from standard input.");
        var command = new Command("export", "Export the certificate to a file for other hosts.") { file, passphrase, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var path = parsed.GetRequiredValue(file);
            var holdsKey = !Path.GetExtension(path).Equals(".cer", StringComparison.OrdinalIgnoreCase);
            var asks = parsed.GetValue(passphrase) || (holdsKey && !Console.IsInputRedirected && !parsed.GetValue(GlobalOptions.WhatIf));
            using var text = asks ? StandardInput.ReadSecret(call, $"{Passphrase} for {path}", isTypedTwice: true) : null;
            return call.Show(CertificateViews.OfExport(path, call.Session.Certificates.Export(path, text, call.Host)));
        }));
        return command;
    }

    private static Command Test()
    {
        var days = TestCommand.DaysBefore();
        var account = new Option<string?>("--for-account") { Description = "Also check whether that account may use the private key.", HelpName = "ACCOUNT" };
        var command = new Command("test", "Check the health of the certificate on this host, and of every secret that depends on it.") { days, account };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var report = call.Session.Certificates.Test(TestCommand.DaysIn(parsed, days), parsed.GetValue(account));
            return call.Show(CertificateReportViews.Of(report, Front.CommandLine), ExitCode.Of(Enum.Parse<CheckStatus>(report.Status)));
        }));
        return command;
    }
}
