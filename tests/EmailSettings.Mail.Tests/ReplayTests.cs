using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;
using EmailSettings.Mail.Tests.Replay;

namespace EmailSettings.Mail.Tests;

/// <summary>Servers' sides of complete sessions, delivered in every way, truncated and corrupted.</summary>
[Collection(NotParallel.Name)]
public sealed class ReplayTests
{
    private const int Seed = 20261122;
    private const int CasesEach = 1_300;

    private static readonly Conversation[] Conversations = [.. SmtpConversations.All, .. ImapConversations.All];

    public static TheoryData<string, MailProtocol> Vendors()
    {
        var vendors = new TheoryData<string, MailProtocol>();
        foreach (var conversation in Conversations)
            vendors.Add(conversation.Vendor, conversation.Protocol);
        return vendors;
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Nothing_a_server_says_hangs_throws_or_takes_much_memory(string vendor, MailProtocol protocol)
    {
        var run = 0;
        foreach (var replay in ReplayCases.Of([Find(vendor, protocol)], Seed, CasesEach))
        {
            ReplayDriver.Run(replay);
            run++;
        }

        Assert.True(run >= CasesEach, $"{run} cases");
    }

    [Fact]
    public void A_conversation_has_the_same_result_however_it_is_delivered()
    {
        foreach (var conversation in Conversations)
        {
            var outcomes = Enum.GetValues<Delivery>().Select(delivery => ReplayDriver.Run(new ReplayCase(conversation, conversation.Bytes, delivery, "as it is"))).ToList();
            Assert.All(outcomes, outcome => Assert.Equal((outcomes[0].Succeeded, outcomes[0].Failure?.Kind), (outcome.Succeeded, outcome.Failure?.Kind)));
        }
    }

    [Theory]
    [InlineData("Exchange Online", MailProtocol.Smtp, 8, null)]
    [InlineData("Exchange Online, disabled", MailProtocol.Smtp, 4, MailFailureKind.Refused)]
    [InlineData("Gmail", MailProtocol.Smtp, 4, MailFailureKind.Refused)]
    [InlineData("Postfix", MailProtocol.Smtp, 8, null)]
    [InlineData("Postfix, relay denied", MailProtocol.Smtp, 5, MailFailureKind.Refused)]
    [InlineData("Exim", MailProtocol.Smtp, 8, null)]
    [InlineData("hMailServer", MailProtocol.Smtp, 5, MailFailureKind.Refused)]
    [InlineData("Lotus Domino", MailProtocol.Smtp, 8, null)]
    [InlineData("old sendmail", MailProtocol.Smtp, 7, null)]
    [InlineData("Exchange Online", MailProtocol.Imap, 7, null)]
    [InlineData("Exchange Online, not connected", MailProtocol.Imap, 4, MailFailureKind.Refused)]
    [InlineData("Gmail", MailProtocol.Imap, 3, MailFailureKind.Refused)]
    [InlineData("Dovecot", MailProtocol.Imap, 7, null)]
    [InlineData("Cyrus", MailProtocol.Imap, 7, null)]
    [InlineData("hMailServer", MailProtocol.Imap, 3, MailFailureKind.Refused)]
    [InlineData("Courier", MailProtocol.Imap, 7, null)]
    [InlineData("GroupWise, refused", MailProtocol.Imap, 0, MailFailureKind.Refused)]
    public void Each_vendor_is_recognized(string vendor, MailProtocol protocol, int succeeded, MailFailureKind? failure)
    {
        var conversation = Find(vendor, protocol);
        var outcome = ReplayDriver.Run(new ReplayCase(conversation, conversation.Bytes, Delivery.Whole, "as it is"));
        Assert.Equal((succeeded, failure), (outcome.Succeeded, outcome.Failure?.Kind));
    }

    // Just below every limit, where memory use is highest; and endless, where the limits must hold.
    [Theory]
    [InlineData(MailProtocol.Smtp, "220-", 65_000, 16)]
    [InlineData(MailProtocol.Smtp, "220-", 200, 4_000)]
    [InlineData(MailProtocol.Smtp, "220-", 0, 400_000)]
    [InlineData(MailProtocol.Smtp, "220-", 2_000_000, 4)]
    [InlineData(MailProtocol.Imap, "* NO ", 65_000, 16)]
    [InlineData(MailProtocol.Imap, "* NO ", 200, 4_000)]
    [InlineData(MailProtocol.Imap, "* SEARCH", 0, 400_000)]
    [InlineData(MailProtocol.Imap, "* CAPABILITY ", 65_000, 16)]
    public async Task What_a_session_holds_stays_below_4_MiB(MailProtocol protocol, string start, int fill, int lines)
    {
        var line = System.Text.Encoding.ASCII.GetBytes(start + new string('x', fill) + "\r\n");
        var greeting = protocol == MailProtocol.Smtp ? Array.Empty<byte>() : "* OK ready\r\n"u8.ToArray();
        var bytes = new byte[greeting.Length + (line.Length * lines)];
        greeting.CopyTo(bytes, 0);
        for (var i = 0; i < lines; i++)
            line.CopyTo(bytes, greeting.Length + (i * line.Length));
        var options = new MailSessionOptions { Endpoint = new MailEndpoint("127.0.0.1", 25, TlsMode.None) };

        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using MailSession session = protocol == MailProtocol.Smtp ? new SmtpSession(options) : new ImapSession(options);
        session.Attach(new ReplayTransport(new ReplayStream(bytes, _ => int.MaxValue)));
        var greeted = await session.ReadGreetingAsync(default);
        var answered = session is ImapSession imap ? await imap.CapabilityAsync(default) : null;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.True(held + session.BufferCapacity < ReplayDriver.MaxBytes, $"{held} bytes");
        Assert.NotNull(answered is null ? greeted.Failure : answered.Failure);
        GC.KeepAlive(bytes);
    }

    private static Conversation Find(string vendor, MailProtocol protocol) => Conversations.Single(one => one.Vendor == vendor && one.Protocol == protocol);
}
