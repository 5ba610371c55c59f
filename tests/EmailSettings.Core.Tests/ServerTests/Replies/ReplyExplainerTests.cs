using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Core.Tests.ServerTests.Replies;

/// <summary>Replies from elsewhere, explained without a test.</summary>
public sealed class ReplyExplainerTests
{
    [Theory]
    [InlineData("554 5.7.1 <b@example.org>: Relay access denied", "Envelope.RelayDenied")]
    [InlineData("Nov 28 00:00:01 mx postfix/smtp[811]: 4F1: to=<b@example.org>, relay=mx.example.org[192.0.2.1]:25, dsn=4.7.1, status=deferred (host mx.example.org said: 450 4.7.1 <app01>: Helo command rejected: Host not found (in reply to RCPT TO command))", "Capabilities.NameRefused")]
    [InlineData("Diagnostic-Code: smtp;550 5.7.60 SMTP; Client does not have permissions to send as this sender", "Envelope.SenderNotOwned")]
    [InlineData("smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.')", "Authenticate.Disabled")]
    [InlineData("A1 NO [AUTHENTICATIONFAILED] Authentication failed.", "Authenticate.Rejected")]
    [InlineData("* BYE Session invalidated - AccessTokenExpired", "Reply.SessionEnded")]
    [InlineData("MsalServiceException: AADSTS50053: The account is locked", "Token.AccountLocked")]
    [InlineData("5.7.60", "Envelope.SenderNotOwned")]
    [InlineData("550 #5.1.1 smtp; 550 5.1.1 User unknown", "Envelope.RecipientRefused")]
    public void A_line_of_any_program_is_explained_by_the_table(string line, string id)
    {
        var found = Assert.Single(ReplyExplainer.Explain(line));
        Assert.Equal(id, found.Id);
        Assert.NotNull(found.NextStep);
        Assert.StartsWith("https://", found.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("{", found.Cause + found.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_of_several_lines_is_one_and_two_replies_are_two()
    {
        var found = ReplyExplainer.Explain("The server said:\n550-5.7.26 This mail has been blocked because the sender is\n550 5.7.26 unauthenticated.\n452 4.2.2 Mailbox full");
        Assert.Equal(["Message.DomainNotAuthenticated", "Mailbox.Full"], found.Select(one => one.Id));
    }

    [Fact]
    public void Words_that_no_rule_knows_leave_the_codes()
    {
        var found = Assert.Single(ReplyExplainer.Explain("559 5.9.9 Fnord"));
        Assert.Null(found.Id);
        Assert.Contains("not recognized", found.Cause, StringComparison.Ordinal);
        Assert.Equal(["5.9.9", "559"], found.Codes.Select(code => code.Code));
        Assert.Empty(ReplyExplainer.Explain("  \n\n"));
    }

    [Fact]
    public void Other_meanings_of_a_reply_are_listed()
    {
        var found = Assert.Single(ReplyExplainer.Explain("554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied"));
        Assert.Contains(found.Besides, other => other.Id == "Authenticate.Required");
        Assert.DoesNotContain(found.Besides, other => other.Id == found.Id);
    }

    [Fact]
    public void Control_characters_in_a_pasted_line_are_shown_and_do_nothing()
    {
        var found = Assert.Single(ReplyExplainer.Explain("550 5.1.1 \u001b[31mno such user"));
        Assert.DoesNotContain('\u001b', found.Reply);
    }

    [Fact]
    public void A_very_long_text_is_read_within_its_limits()
    {
        var found = ReplyExplainer.Explain(string.Concat(Enumerable.Repeat(new string('5', 5000) + ".7.1 [A [B 550 5.7\n", 50)));
        Assert.All(found, one => Assert.True(one.Reply.Length <= 2100));
    }

    [Fact]
    public void Every_finding_of_a_test_has_an_explanation_of_its_own() => Assert.All(FindingTable.All.Where(code => code.Id.Contains('.', StringComparison.Ordinal)), code =>
    {
        var known = FindingExplanations.Find(code.Id.ToUpperInvariant());
        Assert.NotNull(known?.Example);
        Assert.EndsWith(".", known.Meaning, StringComparison.Ordinal);
        Assert.All(known.NextSteps, step => Assert.DoesNotContain("{", step, StringComparison.Ordinal));
    });

    [Fact]
    public void Every_error_can_be_explained_too() => Assert.All(FindingTable.All, code => Assert.NotEmpty(FindingExplanations.Find(code.Id)!.NextSteps));
}
