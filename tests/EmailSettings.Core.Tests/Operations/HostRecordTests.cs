using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Core.Tests.Storage;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>Each host that opens the store records whether it can use the key of the password certificate.</summary>
public sealed class HostRecordTests : IDisposable
{
    private readonly TestSystem _system = new();
    private readonly TestStore _bare = new();
    private readonly string _thumbprint;

    public HostRecordTests() => _thumbprint = _system.Use(TestCertificates.Make("CN=passwords"));

    public void Dispose()
    {
        _system.Dispose();
        _bare.Dispose();
    }

    private IReadOnlyList<HostCertificate> Hosts => _system.Store.Read(StoreParts.Hosts).Hosts;

    [Fact]
    public void A_host_records_whether_it_has_the_key_whatever_it_opens_the_store_for()
    {
        _system.OpenOn("MAIL1", _system.Certificates.Stores).Settings.ReadBasic();
        _system.OpenOn("MAIL2", _bare.Stores).Settings.ReadHistory();
        _system.OpenOn("MAIL3", _bare.Stores).Settings.Apply(new SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 7))]), new RecordingHost());

        Assert.Equal([("MAIL1", true), ("MAIL2", false), ("MAIL3", false)], Hosts.Where(host => host.Host.StartsWith("MAIL", StringComparison.Ordinal)).Select(host => (host.Host, host.KeyUsable)));
        Assert.All(Hosts, host => Assert.Equal((_thumbprint, _system.Clock.Now), (host.Thumbprint, host.Checked)));
    }

    [Fact]
    public void A_known_state_is_recorded_again_only_after_a_day_or_for_another_certificate()
    {
        var first = _system.Clock.Now;
        _system.OpenOn("MAIL1", _bare.Stores).Settings.ReadAll();
        _system.Clock.Now = first.AddHours(23);
        _system.OpenOn("MAIL1", _system.Certificates.Stores).Settings.ReadAll();
        Assert.Equal((first, false), Of("MAIL1"));

        var later = _system.OpenOn("MAIL1", _system.Certificates.Stores);
        _system.Clock.Now = first.AddHours(25);
        later.Settings.ReadAll();
        Assert.Equal((first.AddHours(25), true), Of("MAIL1"));

        _system.Use(TestCertificates.Make("CN=next"));
        _system.OpenOn("MAIL1", _bare.Stores).Settings.ReadAll();
        Assert.Equal((first.AddHours(25), false), Of("MAIL1"));
    }

    [Fact]
    public void An_open_session_checks_again_after_a_day()
    {
        var session = _system.OpenOn("MAIL1", _system.Certificates.Stores);
        session.Settings.ReadAll();
        _system.Clock.Now += TimeSpan.FromHours(30);
        session.Settings.ReadAll();

        Assert.Equal((_system.Clock.Now, true), Of("MAIL1"));
    }

    [Fact]
    public void A_host_without_the_key_is_named_on_every_other_host_until_it_has_it()
    {
        _system.OpenOn("MAIL2", _bare.Stores).Settings.ReadBasic();
        _system.Store.Note(new StoreNote.CertificateOnHost(new HostCertificate("OLD", new string('A', 40), true, "a", _system.Clock.Now)));
        var here = _system.OpenOn("MAIL1", _system.Certificates.Stores);

        Assert.Equal(["MAIL2", "OLD"], here.Certificates.ReadChosen()!.HostsWithoutKey);
        Assert.Equal(["MAIL2", "OLD"], here.Certificates.Test().HostsWithoutKey);
        var finding = Assert.Single(here.Health.Check().Checks.Single(check => check.Check == "Certificate").Findings, finding => finding.Code == SecretErrors.CertificateMissingOnHosts);
        Assert.Contains("MAIL2", finding.Detail, StringComparison.Ordinal);

        _system.Clock.Now += TimeSpan.FromDays(2);
        foreach (var host in new[] { "MAIL2", "OLD" }) _system.OpenOn(host, _system.Certificates.Stores).Settings.ReadBasic();
        Assert.Empty(here.Certificates.ReadChosen()!.HostsWithoutKey);
        Assert.DoesNotContain(here.Health.Check().Checks.SelectMany(check => check.Findings), each => each.Code == SecretErrors.CertificateMissingOnHosts);
    }

    [Fact]
    public void Another_account_without_the_key_changes_the_record_only_after_a_day()
    {
        _system.Store.Note(new StoreNote.CertificateOnHost(new HostCertificate("MAIL1", _thumbprint, true, @"MAIL1\service", _system.Clock.Now)));
        var other = _system.OpenOn("MAIL1", _bare.Stores);
        other.Certificates.Test();
        Assert.Equal((_system.Clock.Now, true), Of("MAIL1"));

        _system.Clock.Now += TimeSpan.FromDays(2);
        other.Certificates.Test();
        Assert.Equal((_system.Clock.Now, false), Of("MAIL1"));
    }

    [Fact]
    public void Nobody_waits_for_a_store_that_is_being_written()
    {
        using var holder = SqliteDatabase.Open(_system.Store.Location);
        holder.Execute("BEGIN IMMEDIATE");
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(_thumbprint, _system.OpenOn("MAIL1", _system.Certificates.Stores).Settings.ReadAll().Certificate!.Thumbprint);

        // A writer has 15 seconds before anyone gives up.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(14));
        holder.Execute("ROLLBACK");
        Assert.DoesNotContain(Hosts, host => host.Host == "MAIL1");
    }

    [Fact]
    public void If_nothing_can_be_written_reading_continues_and_the_key_is_tried_once()
    {
        using var readOnly = new CountingStore(_system.Store) { Notes = () => throw StoreErrors.StoreReadOnly.Error("store", "settings.db") };
        var session = _system.OpenOn("MAIL1", _system.Certificates.Stores, readOnly);

        Assert.Equal(5, Enumerable.Range(0, 5).Count(_ => session.Settings.ReadAll().Certificate!.Thumbprint == _thumbprint));
        Assert.Equal(1, readOnly.Noted);
    }

    [Fact]
    public void A_store_without_a_certificate_or_a_missing_one_is_not_changed()
    {
        using var fixture = new SessionFixture();
        using (var session = fixture.Open()) session.Settings.ReadAll();
        Assert.False(File.Exists(fixture.File));
        fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 7)));
        using var store = fixture.OpenStore();
        Assert.Empty(store.Read(StoreParts.Hosts).Hosts);
    }

    private (DateTimeOffset Checked, bool KeyUsable) Of(string host) => Hosts.Where(each => each.Host == host).Select(each => (each.Checked, each.KeyUsable)).Single();
}
