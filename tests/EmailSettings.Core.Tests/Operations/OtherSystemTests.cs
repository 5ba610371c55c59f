using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>Secrets that move to another system, of whose certificate only the public part is known here.</summary>
public sealed class OtherSystemTests : IDisposable
{
    private readonly TestSystem _here = new();
    private readonly TestSystem _there = new();
    private readonly string _document;
    private readonly string _publicPart;

    public OtherSystemTests()
    {
        _here.Use(TestCertificates.Make("CN=here"));
        _here.StoreThree();
        _there.Use(TestCertificates.Make("CN=there", TestCertificates.OtherKey));
        _document = _here.Files.File("for-there.json");
        _publicPart = _here.Files.File("there.cer");
        _there.Session.Certificates.Export(_publicPart, null, _there.Host);
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    [Fact]
    public void Only_the_other_system_can_decrypt_the_document_and_the_store_here_is_unchanged()
    {
        var before = _here.Store.Read(StoreParts.All);
        var result = _here.Session.Secrets.ReprotectFor(_publicPart, _document, false, _here.Host);
        Assert.Equal(TestSystem.Three, result.Reprotected);
        Assert.Equal(before.Revision, _here.Store.Read(StoreParts.None).Revision);
        Assert.Equal(before.Secrets[SecretKey.SmsPassword], _here.Stored(SecretKey.SmsPassword));

        _there.Import(_document);
        _there.AssertThreeOpen();
        Assert.DoesNotContain(_there.Host.Warnings, warning => warning.Code == SettingsWarnings.SecretUnverified);
        Assert.Equal(result.Thumbprint, _there.Stored(SecretKey.SmsPassword).Thumbprint);

        using var third = new TestSystem();
        third.Use(TestCertificates.Make("CN=third"));
        Assert.Throws<EmailSettingsException>(() => third.Import(_document));
        Assert.Empty(third.Session.Settings.ReadIncomingServers());
    }

    [Fact]
    public void The_document_contains_no_plaintext_and_is_accessible_only_to_its_owner()
    {
        _here.Set("sms.password", "a very secret text");
        _here.Session.Secrets.ReprotectFor(_publicPart, _document, false, _here.Host);
        Assert.DoesNotContain("a very secret text", File.ReadAllText(_document), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_document));
    }

    [Fact]
    public void An_existing_file_is_not_overwritten()
    {
        File.WriteAllText(_document, "mine");
        Refusal.Of(StoreErrors.FileExists, () => _here.Session.Secrets.ReprotectFor(_publicPart, _document, false, _here.Host));
        Assert.Equal("mine", File.ReadAllText(_document));
    }

    [Fact]
    public void Under_what_if_nothing_is_written()
    {
        var result = _here.Session.Secrets.ReprotectFor(_publicPart, _document, false, new RecordingHost { Answer = () => false });
        Assert.True(result.WhatIf);
        Assert.Equal(TestSystem.Three, result.Reprotected);
        Assert.False(File.Exists(_document));
    }

    [Fact]
    public void Secrets_that_cannot_be_decrypted_are_left_out_only_on_request()
    {
        _here.Alter(SecretKey.OutgoingPassword);
        Refusal.Of(SettingsFindings.SecretUndecryptable, () => _here.Session.Secrets.ReprotectFor(_publicPart, _document, false, _here.Host));
        Assert.False(File.Exists(_document));
        var result = _here.Session.Secrets.ReprotectFor(_publicPart, _document, true, _here.Host);
        Assert.Equal(["outgoing.password"], result.ToReEnter);
        _there.Import(_document);
        Assert.Equal("sms.password", _there.Read("sms.password"));
        Assert.False(_there.Session.Settings.ReadAll().OutgoingServer.PasswordState.IsSet);
    }

    [Fact]
    public void An_unsuitable_certificate_is_refused()
    {
        using var elliptic = TestCertificates.MakeElliptic();
        var file = _here.Files.Write("elliptic.cer", elliptic.Export(X509ContentType.Cert));
        Refusal.Of(SecretErrors.CertificateNotRsa, () => _here.Session.Secrets.ReprotectFor(file, _document, false, _here.Host));
        Refusal.Of(SecretErrors.CertificateFileInvalid, () => _here.Session.Secrets.ReprotectFor(_here.Files.File("none.cer"), _document, false, _here.Host));
        Assert.False(File.Exists(_document));
    }
}
