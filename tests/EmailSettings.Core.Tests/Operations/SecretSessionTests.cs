using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Core.Tests.Storage;

namespace EmailSettings.Core.Tests.Operations;

public sealed class SecretSessionTests
{
    [Fact]
    public void The_store_is_read_once_however_many_texts_are_decrypted()
    {
        using var system = new TestSystem();
        system.Use(TestCertificates.Make());
        using var store = new CountingStore(system.Store);
        using var secrets = system.OpenOn("MAIL1", system.Certificates.Stores, store).Secrets.Open();
        using var text = SecretText.FromChars("s3cret");
        var protectedText = secrets.Protect(SecretPurpose.Text, text, system.Host);

        var before = store.Reads;
        for (var i = 0; i < 3; i++)
        {
            using var opened = secrets.Unprotect(SecretPurpose.Text, protectedText, system.Host);
            Assert.Equal("s3cret", opened.Reveal());
        }
        Assert.Equal(before, store.Reads);
    }
}
