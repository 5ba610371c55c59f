using System.Globalization;
using System.Text;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Writes a test message (RFC 5322): text in UTF-8, base64 where it is not plain ASCII.</summary>
internal static class TestMessageContent
{
    // A line with an encoded word is at most 76 characters (RFC 2047 section 2); the first one begins with the field's name.
    private const int WordBytes = 39;

    /// <summary>The message and its Message-ID.</summary>
    public static (string MessageId, byte[] Content) Write(OutgoingTestRequest request, TimeProvider clock)
    {
        var message = request.Message!;
        var domain = request.SenderAddress!.Split('@')[^1];
        var id = $"<{Guid.NewGuid():N}@{(Ascii.IsValid(domain) && domain.Length > 0 ? domain : "localhost")}>";
        var text = message.Text.ReplaceLineEndings("\r\n");
        var isPlain = Ascii.IsValid(text) && text.Split("\r\n").All(line => line.Length <= 998);
        var body = isPlain ? text : Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks);
        string[] header =
        [
            $"From: <{request.SenderAddress}>",
            $"To: <{request.RecipientAddress}>",
            $"Subject: {Subject(message.Subject)}",
            // RFC 5322 section 3.3 wants the zone without a colon.
            $"Date: {clock.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"Message-ID: {id}",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            $"Content-Transfer-Encoding: {(isPlain ? "7bit" : "base64")}",
        ];
        return (id, Encoding.UTF8.GetBytes(string.Join("\r\n", header) + "\r\n\r\n" + body + "\r\n"));
    }

    private static string Subject(string subject)
    {
        if (Ascii.IsValid(subject) && subject.Length <= 900) return subject;
        var words = new List<string>();
        var bytes = new List<byte>();
        foreach (var rune in subject.EnumerateRunes())
        {
            var utf8 = Encoding.UTF8.GetBytes(rune.ToString());
            if (bytes.Count + utf8.Length > WordBytes) Flush();
            bytes.AddRange(utf8);
        }
        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }
}
