using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Core.Tests.ServerTests.Replies;

/// <summary>The table of TLS inspection products.</summary>
public sealed class InspectionProductsTests
{
    public static TheoryData<string, string, string> Products()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var product in InspectionProducts.All) data.Add(product.Marker, product.Sample, product.Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void A_product_is_known_by_the_issuer_that_its_source_shows(string marker, string sample, string name)
    {
        Assert.Equal(name, InspectionProducts.Of(sample));
        var alone = Assert.Single(InspectionProducts.All, product => product.Marker == marker);
        Assert.True(alone.Issued(sample), $"{marker} does not fit its own sample.");
        Assert.Matches("^https://[^ ]+$", alone.Source);
        Assert.Matches("^(CN|O)=", marker);
    }

    [Theory]
    [InlineData("CN=Zscaler Root CA, OU=Zscaler Inc., O=Zscaler Inc., L=San Jose, S=California, C=US", "Zscaler")]
    [InlineData("CN=ESET SSL Filter CA, O=\"ESET, spol. s r. o.\", C=SK", "ESET")]
    [InlineData("CN=Fortinet Untrusted CA, OU=Certificate Authority, O=Fortinet", "Fortinet FortiGate")]
    [InlineData("CN=Cisco Umbrella Secondary SubCA fra-SG, O=Cisco", "Cisco Umbrella")]
    [InlineData("O=\"AO Kaspersky Lab, Moscow\", CN=KASPERSKY ANTI-VIRUS PERSONAL ROOT CERTIFICATE", "Kaspersky")]
    public void A_product_is_known_by_other_names_of_the_same_form(string issuer, string name) => Assert.Equal(name, InspectionProducts.Of(issuer));

    // Public CAs, CAs of companies, vendors as customers of a CA, and names that contain part of a product's.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CN=R11, O=Let's Encrypt, C=US")]
    [InlineData("CN=DigiCert TLS RSA SHA256 2020 CA1, O=DigiCert Inc, C=US")]
    [InlineData("CN=Microsoft Azure RSA TLS Issuing CA 03, O=Microsoft Corporation, C=US")]
    [InlineData("CN=Symantec Class 3 Secure Server CA - G4, OU=Symantec Trust Network, O=Symantec Corporation, C=US")]
    [InlineData("CN=Cloudflare TLS Issuing RSA CA 1, O=\"Cloudflare, Inc.\", C=US")]
    [InlineData("CN=Trend Micro Gold CA, O=Trend Micro Inc, C=US")]
    [InlineData("CN=Sophos Ltd Issuing CA, O=Sophos Ltd, C=GB")]
    [InlineData("CN=Check Point Software Technologies Mail CA, O=Check Point Software Technologies Ltd., C=IL")]
    [InlineData("CN=Doctor Web Internal CA, O=Doctor Web Ltd., C=RU")]
    [InlineData("CN=Palo Alto Unified School District CA, L=Palo Alto, S=California, C=US")]
    [InlineData("CN=mail.squidco.example CA, O=Squid Ink Press, C=US")]
    [InlineData("CN=Barracuda Diving Club CA, O=Barracuda Diving Club, C=AU")]
    [InlineData("CN=Fortinet_CA_SSL, O=Contoso, C=US")]
    [InlineData("CN=Contoso Fortinet CA, O=Contoso Fortinet Users, C=US")]
    [InlineData("CN=Huawei Cloud Mail CA, O=Huawei Technologies, C=CN")]
    [InlineData("CN=\"Contoso, O=Fortinet\", O=Contoso, C=US")]
    [InlineData("CN=Contoso Issuing CA, OU=O=Zscaler Inc., O=Contoso, C=US")]
    [InlineData("CN=Netskope Customers CA, O=Netskope Customers, C=US")]
    public void An_issuer_that_is_not_an_appliance_is_not_mistaken_for_one(string? issuer) => Assert.Null(InspectionProducts.Of(issuer));
}
