using EmailSettings.Core.Judging;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Core.Tests.Presentation;

public sealed class MessageViewsTests
{
    private static readonly JudgedMessage Message = new()
    {
        File = "a.eml",
        Direction = MessageDirection.Incoming,
        Outcome = MessageOutcome.BodyDropped,
        SizeBytes = 1_234_567,
        ErrorText = "too large",
        Attachments = [new JudgedAttachment { MediaType = "image/png", SizeBytes = 5, GoesTo = AttachmentPlace.Database }],
        Decisions = [new SettingDecision("basic.maxIncomingSizeKB", "1000", "the mail is too large")],
    };

    [Fact]
    public void A_message_shows_what_becomes_of_it_and_on_request_why()
    {
        const string Brief = "# a.eml: BodyDropped (1,234,567 bytes) [Doubtful]\nInstead of the body: too large\n- image/png | 5 bytes | database";

        Assert.Equal(Brief, PageText.Of(MessageViews.PageOf(Message, isDetailed: false, Front.CommandLine)));
        Assert.Equal(
            $"{Brief}\n# Decided by\n- basic.maxIncomingSizeKB=1000 | the mail is too large",
            PageText.Of(MessageViews.PageOf(Message, isDetailed: true, Front.CommandLine)));
    }

    [Theory]
    [InlineData(@"2026\11\22\a.pdf", false, null, null, @"2026\11\22\a.pdf")]
    [InlineData(null, true, null, null, "database")]
    [InlineData(null, false, "base64", "base64", "base64")]
    [InlineData(null, false, "7bit", "base64", "base64 in place of 7bit")]
    public void An_attachment_is_told_by_where_it_goes_or_how_it_is_sent(string? path, bool goesToDatabase, string? encoding, string? used, string place) =>
        Assert.Equal(place, MessageViews.Place(path, goesToDatabase, encoding, used));

    [Fact]
    public void The_counts_are_asked_for_after_the_last_message()
    {
        var summary = new MessageSummary();
        IEnumerable<JudgedMessage> Messages()
        {
            yield return Message;
            summary = summary.With(Message);
        }

        using var stream = new MemoryStream();
        OutputJson.Write(stream, MessageViews.Values(Messages(), () => summary, isDetailed: false, Front.CommandLine), isAscii: false);
        Assert.Equal(1, System.Text.Json.JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("summary").GetProperty("bodyDropped").GetInt32());
    }
}
