using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>A protected text can be decrypted only for its purpose and server, wherever it is moved in the store.</summary>
public sealed class SecretBindingTests : IDisposable
{
    private readonly TestSystem _system = new();

    public SecretBindingTests()
    {
        _system.Use(TestCertificates.Make());
        _system.StoreThree();
        _system.AddServer("Sales");
        _system.Set("incoming.secret:Sales", "sales");
    }

    public void Dispose() => _system.Dispose();

    [Fact]
    public void A_text_for_one_purpose_or_server_is_never_decrypted_as_another()
    {
        var secrets = _system.Store.Read(StoreParts.Secrets).Secrets;
        foreach (var from in secrets.Values)
        {
            foreach (var to in secrets.Values.Where(to => to.Key != from.Key))
            {
                _system.Overwrite(to with { ProtectedText = from.ProtectedText });
                var listed = Assert.Single(_system.Session.Secrets.List(), secret => secret.IsSet && secret.Decrypts == false);
                // Between two of the same kind, the target differs.
                var refusal = from.Key.Kind == to.Key.Kind ? SettingsErrors.SecretRequiredAgain : SecretErrors.ProtectedForOtherPurpose;
                Assert.Equal(refusal.Id, listed.Problem);
                Refusal.Of(refusal, () => _system.Read(listed.Purpose));
                _system.Overwrite(to);
            }
        }
        _system.AssertThreeOpen();
    }

    [Fact]
    public void A_swapped_text_is_not_re_encrypted_as_a_valid_one()
    {
        var sms = _system.Stored(SecretKey.SmsPassword);
        _system.Overwrite(_system.Stored(SecretKey.OutgoingPassword) with { ProtectedText = sms.ProtectedText });
        _system.Use(TestCertificates.Make("CN=next", TestCertificates.OtherKey));
        Assert.Equal(["outgoing.password"], _system.Session.Secrets.Reprotect(true, _system.Host).ToReEnter);
        Refusal.Of(SecretErrors.ProtectedForOtherPurpose, () => _system.Read("outgoing.password"));
    }

    [Fact]
    public void Re_encrypting_keeps_what_a_text_is_for()
    {
        _system.Use(TestCertificates.Make("CN=next", TestCertificates.OtherKey));
        _system.Session.Secrets.Reprotect(false, _system.Host);
        using var secrets = _system.Session.Secrets.Open();
        var text = _system.Stored(SecretKey.SmsPassword).ProtectedText;
        Refusal.Of(SecretErrors.ProtectedForOtherPurpose, () => secrets.Unprotect(SecretPurpose.Text, text, _system.Host));
        using var opened = secrets.Unprotect(SecretPurpose.SmsPassword, text, _system.Host);
        Assert.Equal("sms.password", opened.Reveal());
    }
}
