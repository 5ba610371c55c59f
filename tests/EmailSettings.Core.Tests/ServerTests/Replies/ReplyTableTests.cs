using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Core.Tests.ServerTests.Replies;

/// <summary>The table of replies as a whole.</summary>
public sealed class ReplyTableTests
{
    [Fact]
    public void Every_rule_matches_its_own_line_at_every_stage()
    {
        var wrong = new List<string>();
        foreach (var (_, rule) in ReplyTable.All)
        {
            var reply = SampleReply.Read(rule.Sample);
            foreach (var place in SampleReply.Places(rule.At))
            {
                var found = ReplyTable.Find(reply, SampleReply.Knowledge(rule, place));
                if (found?.Rule.Means != rule.Means) wrong.Add($"{rule.Sample} at {place}: {rule.Means}, found {found?.Rule.Means} ({found?.Rule.Sample})");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_rule_counts_somewhere()
    {
        var unreachable = ReplyTable.All.Where(one => SampleReply.Places(one.Rule.At).All(place =>
            !ReferenceEquals(ReplyTable.Find(SampleReply.Read(one.Rule.Sample), SampleReply.Knowledge(one.Rule, place))?.Rule, one.Rule)));
        Assert.Equal("", string.Join('\n', unreachable.Select(one => one.Rule.Sample)));
    }

    [Fact]
    public void Every_rule_has_a_source_and_something_to_look_for() => Assert.All(ReplyTable.All, one =>
    {
        Assert.Matches("^https?://", one.Rule.Source ?? one.Chapter.Source);
        Assert.True(one.Rule is { Words.Length: > 0 } or { Code: not null } or { Enhanced: not null } or { ResponseCode: not null }, one.Rule.Sample);
        Assert.All(one.Rule.Words, word => Assert.Equal(word.ToLowerInvariant().Trim(), word));
    });

    [Fact]
    public void There_are_more_than_two_hundred_rules_and_each_meaning_has_one()
    {
        Assert.True(ReplyTable.All.Count > 200, $"{ReplyTable.All.Count} rules");
        Assert.Equal([], Enum.GetValues<ReplyMeaning>().Except(ReplyTable.All.Select(one => one.Rule.Means)));
    }

    [Theory]
    [InlineData("550-5.7.1 The IP you're using to send mail is not authorized to\n5.7.1 send email directly to our servers.", "AddressRefused")]
    [InlineData("554-Service unavailable; Client host [203.0.113.7] blocked\nusing Barracuda Reputation", "AddressListed")]
    public void A_sentence_over_several_lines_is_read_as_one(string text, string meaning)
    {
        var lines = text[4..].Split('\n');
        var reply = NormalizedReply.Of(550, null, null, lines);
        Assert.Equal(meaning, ReplyTable.Find(reply, new ReplyContext { Place = ReplyPosition.Recipient })?.Rule.Means.ToString());
    }

    // Servers append the reason to a fixed line.
    [Theory]
    [InlineData("NO LOGIN failed. Your account has been suspended", "Login", "AccountBlocked")]
    [InlineData("NO AUTHENTICATE failed. Too many attempts", "Login", "Throttled")]
    [InlineData("535 5.7.8 Error: authentication failed: application password required", "Login", "AppPassword")]
    [InlineData("535 5.7.8 Error: authentication failed: password has expired", "Login", "PasswordExpired")]
    [InlineData("535 Incorrect authentication data: account is locked", "Login", "AccountBlocked")]
    [InlineData("535 5.7.139 Authentication unsuccessful, account is locked", "Login", "AccountBlocked")]
    [InlineData("554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: no PTR record", "Recipient", "ReverseNameMissing")]
    [InlineData("554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: please authenticate", "Recipient", "LoginRequired")]
    [InlineData("550 5.7.1 <sales@contoso.example>: Sender address rejected: no such user", "Recipient", "SenderRefused")]
    [InlineData("535 5.7.8 Error: authentication failed: authentication failure", "Login", "WrongCredentials")]
    public void What_a_reply_says_besides_its_usual_line_decides(string sample, string place, string meaning)
    {
        var knowledge = new ReplyContext { Place = Enum.Parse<ReplyPosition>(place) };
        Assert.Equal(meaning, ReplyTable.Find(SampleReply.Read(sample), knowledge)?.Rule.Means.ToString());
    }

    [Theory]
    [InlineData("450 4.7.1 You have sent too many emails, slow down", "Message", "SendingLimit")]
    [InlineData("554 5.7.1 Sender address is not allowed for user app", "Sender", "SenderNotOwned")]
    [InlineData("550 5.7.0 Please sign in to your account to verify your identity", "Message", "BrowserSignIn")]
    public void The_text_counts_at_whatever_command_it_occurs(string sample, string place, string meaning)
    {
        var knowledge = new ReplyContext { Place = Enum.Parse<ReplyPosition>(place) };
        Assert.Equal(meaning, ReplyTable.Find(SampleReply.Read(sample), knowledge)?.Rule.Means.ToString());
    }

    [Fact]
    public void A_reply_of_the_largest_size_is_judged_at_once()
    {
        var reply = NormalizedReply.Of(550, null, null, Enumerable.Repeat(new string('a', 60_000) + " blocked", 16));
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 20; i++) ReplyTable.Find(reply, ReplyContext.Nothing);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
