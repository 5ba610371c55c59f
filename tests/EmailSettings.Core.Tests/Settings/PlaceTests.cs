using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Settings;

/// <summary>Addresses, hosts and folders.</summary>
public sealed class PlaceTests
{
    private const string Guid = "8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718";

    private static readonly FieldType Address = FieldProbe.Find("incomingServers.address").Type;
    private static readonly FieldType Host = FieldProbe.Find("outgoingServer.host").Type;
    private static readonly FieldType Folder = FieldProbe.Find("attachments.folder").Type;

    [Theory]
    [InlineData("https://login.microsoftonline.com/" + Guid, "https://login.microsoftonline.com/" + Guid)]
    [InlineData(" HTTPS://Login.MicrosoftOnline.US/" + Guid + "/ ", "https://login.microsoftonline.us/" + Guid)]
    [InlineData("https://login.partner.microsoftonline.cn:8443/" + Guid, "https://login.partner.microsoftonline.cn:8443/" + Guid)]
    [InlineData("https://localhost/8F2A1C3E-5B7D-4E9F-A1B2-C3D4E5F60718", "https://localhost/" + Guid)]
    [InlineData("https://[::1]:8443/" + Guid, "https://[::1]:8443/" + Guid)]
    public void An_address_is_any_https_host_and_the_tenant(string given, string kept) => Assert.Equal(kept, Address.Plain(FieldProbe.Accepted(Address, given)));

    [Theory]
    [InlineData("http://login.microsoftonline.com/" + Guid, "AddressNotHttps")]
    [InlineData("login.microsoftonline.com/" + Guid, "AddressNotHttps")]
    [InlineData("file:///" + Guid, "AddressNotHttps")]
    [InlineData("https:///" + Guid, "AddressNotHttps")]
    [InlineData("https:\\\\login.microsoftonline.com\\" + Guid, "AddressNotHttps")]
    [InlineData("https://login.microsoftonline.com\t/" + Guid, "AddressNotHttps")]
    [InlineData("", "AddressNotHttps")]
    [InlineData("https://login.microsoftonline.com/common", "AddressTenantNotGuid")]
    [InlineData("https://login.microsoftonline.com/organizations", "AddressTenantNotGuid")]
    [InlineData("https://login.microsoftonline.com/contoso.onmicrosoft.com", "AddressTenantNotGuid")]
    [InlineData("https://login.microsoftonline.com", "AddressTenantNotGuid")]
    [InlineData("https://login.microsoftonline.com/" + Guid + "/v2.0", "AddressTenantNotGuid")]
    [InlineData("https://login.microsoftonline.com/" + Guid + "/oauth2/v2.0/token", "AddressTenantNotGuid")]
    [InlineData("https://login.microsoftonline.com//" + Guid, "AddressTenantNotGuid")]
    [InlineData("https://login.microsoftonline.com/{" + Guid + "}", "AddressTenantNotGuid")]
    [InlineData("https://login.microsoftonline.com/" + Guid + "?tenant=x", "AddressHasExtras")]
    [InlineData("https://login.microsoftonline.com/" + Guid + "?", "AddressHasExtras")]
    [InlineData("https://login.microsoftonline.com/" + Guid + "#here", "AddressHasExtras")]
    [InlineData("https://login.microsoftonline.com/" + Guid + "#", "AddressHasExtras")]
    [InlineData("https://user@login.microsoftonline.com/" + Guid, "AddressHasExtras")]
    [InlineData("https://user:pass@login.microsoftonline.com/" + Guid, "AddressHasExtras")]
    [InlineData("https://@login.microsoftonline.com/" + Guid, "AddressHasExtras")]
    [InlineData("https://login.microsoftonline.com@evil.example/" + Guid, "AddressHasExtras")]
    public void Any_other_address_is_refused_by_what_is_wrong(string bad, string id) => Assert.Equal(id, Assert.Single(FieldProbe.Read(Address, bad).Faults).Id);

    [Theory]
    [InlineData("https://u:S3cret@login.microsoftonline.com/" + Guid, "https://***@login.microsoftonline.com/" + Guid)]
    [InlineData("https://S3cret@login.microsoftonline.com/" + Guid, "https://***@login.microsoftonline.com/" + Guid)]
    [InlineData("https://u:S3cret@x@login.microsoftonline.com/" + Guid, "https://***@login.microsoftonline.com/" + Guid)]
    [InlineData("https://u:S3cret/?#@login.microsoftonline.com/" + Guid, "https://***@login.microsoftonline.com/" + Guid)]
    [InlineData("https://u:S3cret\n@login.microsoftonline.com/" + Guid, "https://***@login.microsoftonline.com/" + Guid)]
    [InlineData("http://u:S3cret@login.microsoftonline.com/" + Guid, "http://***@login.microsoftonline.com/" + Guid)]
    [InlineData("https:\\\\u:S3cret@login.microsoftonline.com/" + Guid, "https:\\\\***@login.microsoftonline.com/" + Guid)]
    [InlineData("u:S3cret@login.microsoftonline.com/" + Guid, "***@login.microsoftonline.com/" + Guid)]
    [InlineData("https://u:S3cret@login.microsoftonline.com/common", "https://***@login.microsoftonline.com/common")]
    public void The_user_info_of_a_refused_address_is_masked(string bad, string shown)
    {
        var fault = Assert.Single(FieldProbe.Read(Address, bad).Faults);
        Assert.Equal(shown, fault.Value);
        Assert.DoesNotContain("S3cret", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", fault.Cause + fault.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smtp.example.org", "smtp.example.org")]
    [InlineData(" Smtp.Example.ORG ", "Smtp.Example.ORG")]
    [InlineData("smtp.example.org.", "smtp.example.org.")]
    [InlineData("mailhost", "mailhost")]
    [InlineData("mail_host-1", "mail_host-1")]
    [InlineData("192.0.2.25", "192.0.2.25")]
    [InlineData("2001:db8::25", "2001:db8::25")]
    [InlineData("[2001:db8::25]", "2001:db8::25")]
    [InlineData("::1", "::1")]
    [InlineData("bücher.example", "bücher.example")]
    [InlineData("почта.рф", "почта.рф")]
    [InlineData("דואר.example", "דואר.example")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    public void A_host_is_a_name_or_an_address_kept_as_typed(string given, string kept) => Assert.Equal(kept, FieldProbe.Accepted(Host, given));

    [Theory]
    [InlineData("")]
    [InlineData("smtp.example.org:587")]
    [InlineData("smtp://smtp.example.org")]
    [InlineData("smtp.example.org/")]
    [InlineData("smtp example org")]
    [InlineData("smtp\n.example.org")]
    [InlineData("-smtp.example.org")]
    [InlineData("smtp-.example.org")]
    [InlineData("smtp..example.org")]
    [InlineData(".")]
    [InlineData("user@smtp.example.org")]
    [InlineData("256.0.0.1")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2.1.5")]
    [InlineData("010.0.0.1")]
    [InlineData("[2001:db8::25]:587")]
    [InlineData("[2001:db8::25")]
    [InlineData("2001:db8::25::1")]
    [InlineData("::1/64")]
    [InlineData("[192.0.2.25]")]
    [InlineData("\u200Fsmtp.example.org")]
    public void Anything_else_is_not_a_host(string bad) => FieldProbe.Refused(SettingsErrors.HostInvalid, Host, bad);

    [Fact]
    public void A_host_name_has_labels_of_63_and_253_characters_in_total()
    {
        var label = new string('a', 63);
        FieldProbe.Accepted(Host, label);
        FieldProbe.Refused(SettingsErrors.HostInvalid, Host, label + "a");
        FieldProbe.Accepted(Host, $"{label}.{label}.{label}.{new string('a', 61)}");
        FieldProbe.Refused(SettingsErrors.HostInvalid, Host, $"{label}.{label}.{label}.{new string('a', 62)}");
    }

    [Theory]
    [InlineData(@"\\files01\mail")]
    [InlineData(@"\\files01\mail$\sub folder\x")]
    [InlineData(@"\\files01.contoso.example\mail\")]
    [InlineData(@"\\192.0.2.1\mail")]
    [InlineData(@"C:\mail")]
    [InlineData("D:/mail/attachments")]
    [InlineData("/var/spool/mail attachments")]
    [InlineData("/")]
    [InlineData(@"\\datei01\Anhänge")]
    public void A_folder_is_UNC_or_absolute_on_either_system(string path) => Assert.Equal(path, FieldProbe.Accepted(Folder, path));

    [Theory]
    [InlineData("")]
    [InlineData("mail")]
    [InlineData(@"mail\in")]
    [InlineData("./mail")]
    [InlineData("C:mail")]
    [InlineData("C:")]
    [InlineData(@"\mail")]
    [InlineData(@"\\files01")]
    [InlineData(@"\\files01\")]
    [InlineData(@"\\\mail")]
    [InlineData(@"\\files01\ \mail")]
    [InlineData(@"\\.\pipe\x")]
    [InlineData(@"\\?\C:\mail")]
    [InlineData(@"\\files01\mail\a:b")]
    [InlineData(@"C:\mail?")]
    [InlineData(@"C:\ma|il")]
    [InlineData("C:\\mail\u0001")]
    [InlineData("/var/\0/mail")]
    [InlineData("https://files01/mail")]
    public void Anything_else_is_not_a_folder(string bad) => FieldProbe.Refused(SettingsErrors.FolderInvalid, Folder, bad);

    [Fact]
    public void A_folder_with_a_lone_surrogate_is_refused() =>
        FieldProbe.Refused(SettingsErrors.TextNotUnicode, Folder, "/var/\ud83d");
}
