using System.Text;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Mail.Tests;

/// <summary>Takes sessions to the step under test.</summary>
internal static class SessionRun
{
    public static MailCredential Credential(string user = "user@example.test", string secret = "pass word") => new(user, Encoding.UTF8.GetBytes(secret));

    public static AuthenticateRequest Request(SaslMechanism mechanism, MailCredential credential) =>
        new() { Mechanism = mechanism, Credential = credential, AllowPlaintext = true };

    public static MailSessionOptions Short(this MailSessionOptions options) =>
        options with { Timeouts = options.Timeouts with { Reply = TimeSpan.FromSeconds(2) } };

    /// <summary>Opens an SMTP session up to its greeting.</summary>
    public static async Task<SmtpSession> SmtpAsync(MailSessionOptions options)
    {
        var session = new SmtpSession(options);
        Assert.True((await session.ConnectAsync(default)).Succeeded);
        Assert.True((await session.ReadGreetingAsync(default)).Succeeded);
        return session;
    }

    /// <summary>Opens an SMTP session up to EHLO.</summary>
    public static async Task<SmtpSession> SmtpReadyAsync(ScriptedServer server)
    {
        var session = await SmtpAsync(server.Options());
        Assert.True((await session.EhloAsync("client.example.test", default)).Succeeded);
        return session;
    }

    /// <summary>Opens an IMAP session up to its greeting.</summary>
    public static async Task<ImapSession> ImapAsync(MailSessionOptions options)
    {
        var session = new ImapSession(options);
        Assert.True((await session.ConnectAsync(default)).Succeeded);
        Assert.True((await session.ReadGreetingAsync(default)).Succeeded);
        return session;
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
