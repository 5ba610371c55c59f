using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The meaning of a test's mailbox, and what is sent before it is opened.</summary>
public sealed class MailboxTests : IDisposable
{
    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(null, "INBOX")]
    [InlineData("mailer@example.test", "INBOX")]
    [InlineData("shared@example.test", "INBOX")]
    [InlineData("Archive/2026", "Archive/2026")]
    [InlineData("Entw\u00fcrfe & mehr", "Entw&APw-rfe &- mehr")]
    public async Task An_address_names_a_mailbox_and_any_other_name_a_folder(string? mailbox, string opened)
    {
        await using var server = Scripts.Imap("IMAP4rev1 AUTH=PLAIN SASL-IR", "C: AUTH", "S: A2 OK", "C: EXAMINE", "S: * 1 EXISTS", "S: A3 OK", "C: LOGOUT", "S: A4 OK");
        var report = await _bench.IncomingAsync(server, request => request with { User = "mailer", Password = _bench.Secret("pass"), Mailbox = mailbox });
        Expect.Passed(report, TestStage.Mailbox);
        Assert.Contains($"A3 EXAMINE \"{opened}\"", server.Received);
    }

    [Fact]
    public async Task Without_a_user_the_mailbox_names_the_user()
    {
        await using var server = Scripts.Imap("IMAP4rev1 AUTH=PLAIN SASL-IR", "C: AUTH", "S: A2 OK", "C: EXAMINE", "S: * 1 EXISTS", "S: A3 OK", "C: LOGOUT", "S: A4 OK");
        await _bench.IncomingAsync(server, request => request with { Password = _bench.Secret("pass"), Mailbox = "mailer" });
        Assert.Contains("A3 EXAMINE \"INBOX\"", server.Received);
    }

    [Fact]
    [Provokes("Mailbox.ClientNotIdentified")]
    public async Task A_server_that_wants_ID_and_does_not_offer_it_is_recognized()
    {
        await using var server = Scripts.Imap("IMAP4rev1 AUTH=PLAIN SASL-IR", "C: AUTH", "S: A2 OK", "C: EXAMINE", "S: A3 NO EXAMINE Unsafe Login. Please contact kefu@188.com for help", "C: LOGOUT", "S: A4 OK");
        var report = await _bench.IncomingAsync(server, request => request with { User = "mailer", Password = _bench.Secret("pass") });
        Expect.Primary(report, "Mailbox.ClientNotIdentified", TestStage.Mailbox);
    }

    [Theory]
    [InlineData("A3 OK done")]
    [InlineData("A3 BAD what")]
    public async Task A_server_that_offers_ID_receives_the_programs_name(string answer)
    {
        await using var server = Scripts.Imap("IMAP4rev1 ID AUTH=PLAIN SASL-IR", "C: AUTH", "S: A2 OK", "C: ID", $"S: {answer}", "C: EXAMINE", "S: * 1 EXISTS", "S: A4 OK", "C: LOGOUT", "S: A5 OK");
        var report = await _bench.IncomingAsync(server, request => request with { User = "mailer", Password = _bench.Secret("pass") });
        Expect.Passed(report, TestStage.Mailbox);
        Assert.Contains(server.Received, line => line.StartsWith("A3 ID (\"name\" \"EmailSettings\" \"version\"", StringComparison.Ordinal));
    }
}
