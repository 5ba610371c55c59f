using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

public sealed class ReprotectionTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public void Every_secret_is_re_encrypted_and_opens_without_the_earlier_certificate()
    {
        var (earlier, chosen) = ChangeCertificate();
        var result = _system.Session.Secrets.Reprotect(false, _system.Host);
        Assert.Equal(TestSystem.Three, result.Reprotected);
        Assert.Equal(chosen, result.Thumbprint);
        Assert.Equal([earlier], result.NoLongerNeeded);
        Assert.Empty(result.ToReEnter);
        Assert.False(result.WhatIf);

        _system.Certificates.Remove(earlier);
        _system.AssertThreeOpen();
        Assert.All(_system.Session.Secrets.List().Where(secret => secret.IsSet), secret => Assert.Equal(chosen, secret.Thumbprint));
    }

    [Fact]
    public void Both_certificates_open_what_they_protect_before_it_and_nothing_is_changed_under_what_if()
    {
        ChangeCertificate();
        _system.AssertThreeOpen();
        var before = _system.Store.Read(StoreParts.All);
        var result = _system.Session.Secrets.Reprotect(false, new RecordingHost { Answer = () => false });
        Assert.True(result.WhatIf);
        Assert.Equal(TestSystem.Three, result.Reprotected);
        Assert.Equal(before.Revision, _system.Store.Read(StoreParts.None).Revision);
        Assert.Equal(before.Secrets[SecretKey.SmsPassword], _system.Stored(SecretKey.SmsPassword));
    }

    [Fact]
    public void Choosing_another_certificate_warns_of_the_secrets_that_still_need_the_earlier_one()
    {
        var (earlier, _) = ChangeCertificate();
        var warning = Assert.Single(_system.Host.Warnings, warning => warning.Code == SecretErrors.SecretsOnEarlierCertificate);
        Assert.Equal(earlier, warning.Value);
        Assert.Equal("3", warning.Limit);
    }

    [Fact]
    public void Doing_it_again_changes_nothing_and_keeps_the_date_of_entry()
    {
        var since = _system.Clock.Now;
        ChangeCertificate();
        _system.Clock.Now = since.AddDays(100);
        var first = _system.Session.Secrets.Reprotect(false, _system.Host);
        var second = _system.Session.Secrets.Reprotect(false, _system.Host);
        Assert.Empty(second.Reprotected);
        Assert.Equal(3, second.Unchanged);
        Assert.Equal(first.Revision, second.Revision);
        Assert.Equal(since, _system.Stored(SecretKey.SmsPassword).Since);
    }

    [Fact]
    public void The_history_names_certificates_and_no_text()
    {
        var (earlier, chosen) = ChangeCertificate();
        _system.Session.Secrets.Reprotect(false, _system.Host);
        var changes = _system.Store.ReadHistory(1)[0].Changes;
        Assert.Equal(3, changes.Count);
        Assert.All(changes, change => Assert.Equal((earlier, chosen), (change.From, change.To)));
        Assert.Contains(changes, change => change.Path == "incomingServers[Support].secret.thumbprint");
    }

    [Fact]
    public void One_that_cannot_be_decrypted_stops_all_unless_told_to_continue()
    {
        var (earlier, chosen) = ChangeCertificate();
        _system.Alter(SecretKey.OutgoingPassword);
        var revision = _system.Store.Read(StoreParts.None).Revision;
        var fault = Refusal.Of(SettingsFindings.SecretUndecryptable, () => _system.Session.Secrets.Reprotect(false, _system.Host));
        Assert.Equal("outgoing.password", fault.Value);
        Assert.Equal(revision, _system.Store.Read(StoreParts.None).Revision);
        Assert.Equal(earlier, _system.Stored(SecretKey.SmsPassword).Thumbprint);

        var result = _system.Session.Secrets.Reprotect(true, _system.Host);
        Assert.Equal(["outgoing.password"], result.ToReEnter);
        Assert.Equal("outgoing.password", Assert.Single(_system.Host.Warnings, warning => warning.Code == SettingsFindings.SecretUndecryptable).Value);
        Assert.Equal(["incoming.secret:Support", "sms.password"], result.Reprotected);
        Assert.Empty(result.NoLongerNeeded);
        Assert.Equal(earlier, _system.Stored(SecretKey.OutgoingPassword).Thumbprint);
        Assert.Equal(chosen, _system.Stored(SecretKey.SmsPassword).Thumbprint);
        Assert.Equal("outgoing.password", Assert.Single(_system.Session.Secrets.List(toReEnter: true)).Purpose);

        _system.Set("outgoing.password", "again");
        Assert.Empty(_system.Session.Secrets.List(toReEnter: true));
        Assert.Equal("again", _system.Read("outgoing.password"));
    }

    [Fact]
    public void One_already_protected_with_the_chosen_certificate_is_verified_too()
    {
        _system.Use(TestCertificates.Make("CN=only"));
        _system.StoreThree();
        _system.Alter(SecretKey.SmsPassword);
        Assert.Equal("sms.password", Refusal.Of(SettingsFindings.SecretUndecryptable, () => _system.Session.Secrets.Reprotect(false, _system.Host)).Value);
        var result = _system.Session.Secrets.Reprotect(true, _system.Host);
        Assert.Equal(["sms.password"], result.ToReEnter);
        Assert.Equal(2, result.Unchanged);
    }

    [Fact]
    public void Without_the_earlier_certificate_all_its_secrets_are_listed_at_once()
    {
        var (earlier, _) = ChangeCertificate();
        _system.Certificates.Remove(earlier);
        var refused = Assert.Throws<EmailSettingsException>(() => _system.Session.Secrets.Reprotect(false, _system.Host));
        Assert.Equal(TestSystem.Three, refused.Faults.Select(fault => fault.Value));
        Assert.All(refused.Faults, fault => Assert.Equal(SecretErrors.CertificateMissing.Id, fault.Detail));
        Assert.Equal(TestSystem.Three, _system.Session.Secrets.Reprotect(true, _system.Host).ToReEnter);
    }

    [Fact]
    public void Nothing_is_re_encrypted_to_a_certificate_without_a_usable_key()
    {
        ChangeCertificate();
        var blind = TestCertificates.Make("CN=blind");
        _system.Certificates.Add(TestCertificates.WithoutKey(blind));
        Refusal.Of(SecretErrors.CertificateKeyMissing, () => _system.Session.Certificates.Choose(blind.Thumbprint, _system.Host));
        _system.Session.Secrets.Reprotect(false, _system.Host);
        _system.AssertThreeOpen();
    }

    [Fact]
    public void A_file_of_an_earlier_certificate_that_cannot_be_read_does_not_stop_the_others()
    {
        _system.UseFile(TestCertificates.Make("CN=file"), "old.pfx");
        _system.Set("sms.password", "sms.password");
        _system.Use(TestCertificates.Make("CN=middle", TestCertificates.OtherKey));
        _system.Session.Secrets.Reprotect(false, _system.Host);
        _system.Files.Write("old.pfx", [1, 2, 3]);
        _system.Use(TestCertificates.Make("CN=new"));
        Assert.Equal(["sms.password"], _system.Session.Secrets.Reprotect(false, _system.Host).Reprotected);
        Assert.Equal("sms.password", _system.Read("sms.password"));
    }

    [Fact]
    public void Of_two_concurrent_ones_one_succeeds_and_the_other_is_refused()
    {
        var (_, chosen) = ChangeCertificate();
        using var other = _system.Open();
        var slow = new RecordingHost { Answer = () => other.Secrets.Reprotect(false, new RecordingHost()).Reprotected.Count == 3 };
        Refusal.Of(StoreErrors.ChangedMeanwhile, () => _system.Session.Secrets.Reprotect(false, slow));
        Assert.All(_system.Store.Read(StoreParts.Secrets).Secrets.Values, secret => Assert.Equal(chosen, secret.Thumbprint));
        _system.AssertThreeOpen();
    }

    [Fact]
    public void A_certificate_chosen_meanwhile_is_a_conflict()
    {
        ChangeCertificate();
        using var other = _system.Open();
        var third = _system.Certificates.Add(TestCertificates.Make("CN=third")).Thumbprint;
        var slow = new RecordingHost { Answer = () => other.Certificates.Choose(third, new RecordingHost()).Changed.Count > 0 };
        var fault = Refusal.Of(StoreErrors.ChangedMeanwhile, () => _system.Session.Secrets.Reprotect(false, slow));
        Assert.Equal("certificate", fault.Field);
        _system.AssertThreeOpen();
    }

    [Fact]
    public void A_change_of_something_else_meanwhile_is_merged()
    {
        var (_, chosen) = ChangeCertificate();
        var slow = new RecordingHost { Answer = () => { _system.AddServer("Meanwhile"); return true; } };
        _system.Session.Secrets.Reprotect(false, slow);
        Assert.Equal(chosen, _system.Stored(SecretKey.SmsPassword).Thumbprint);
        Assert.Contains(_system.Session.Settings.ReadIncomingServers(), server => server.Name == "Meanwhile");
    }

    [Fact]
    public void A_re_encryption_that_is_interrupted_has_changed_nothing()
    {
        ChangeCertificate();
        var before = _system.Stored(SecretKey.SmsPassword);
        using var interrupt = new CancellationTokenSource();
        var host = new RecordingHost { Cancellation = interrupt.Token, Answer = () => { interrupt.Cancel(); return true; } };
        Assert.Throws<OperationCanceledException>(() => _system.Session.Secrets.Reprotect(false, host));
        Assert.Equal(before, _system.Stored(SecretKey.SmsPassword));
    }

    private (string Earlier, string Chosen) ChangeCertificate()
    {
        var earlier = _system.Use(TestCertificates.Make("CN=earlier"));
        _system.StoreThree();
        return (earlier, _system.Use(TestCertificates.Make("CN=chosen", TestCertificates.OtherKey)));
    }
}
