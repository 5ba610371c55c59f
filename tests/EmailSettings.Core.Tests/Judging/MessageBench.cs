using System.Text;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Judging;

/// <summary>A system with message files to test.</summary>
internal sealed class MessageBench : IDisposable
{
    public const string Head = "From: a@example.org\r\nTo: b@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\n";

    public TestSystem System { get; } = new();

    public MessageSummary? Summary { get; private set; }

    public static string Corpus(string file) => Path.Combine(AppContext.BaseDirectory, "Corpus", file);

    public static string Part(string type, string content, string name = "", string encoding = "7bit") =>
        $"--b\r\nContent-Type: {type}\r\n{(name.Length > 0 ? $"Content-Disposition: attachment; filename=\"{name}\"\r\n" : "")}Content-Transfer-Encoding: {encoding}\r\n\r\n{content}\r\n";

    public static string Mixed(params string[] parts) => $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n{string.Concat(parts)}--b--\r\n";

    public void Basic(params Assignment[] fields) => System.Assign(SettingBlocks.Basic, fields);

    public string Write(string name, string message) => System.Files.Write(name, Encoding.Latin1.GetBytes(message));

    /// <summary>Tests one message, by default incoming.</summary>
    public async Task<JudgedMessage> JudgeAsync(string message, MessageDirection direction = MessageDirection.Incoming) =>
        Assert.Single(await TestAsync(new MessageTestRequest { Paths = [Write($"{Guid.NewGuid():N}.eml", message)], Direction = direction }));

    public async Task<List<JudgedMessage>> TestAsync(MessageTestRequest request)
    {
        var messages = new List<JudgedMessage>();
        await foreach (var message in System.Session.Messages.TestAsync(request, summary => Summary = summary, (_, _) => { })) messages.Add(message);
        return messages;
    }

    public void Dispose() => System.Dispose();
}
