using System.CommandLine;
using EmailSettings.Core.ServerTests;

namespace EmailSettings.Cli.Commands;

/// <summary>The options for the message that <c>test outgoing</c> sends, and for finding it.</summary>
internal sealed class TestMessageOptions
{
    private readonly Option<bool> _send = GlobalOptions.Flag("--send", "Send a real message from --sender to --recipient, composed according to the settings.");
    private readonly Option<string?> _subject = ServerTestOptions.Text("--subject", "TEXT", "Subject of the message; an id is appended.");
    private readonly Option<string[]> _attachments = new("--attachment") { HelpName = "FILE", Description = "Attach a file; may be given several times." };
    private readonly Option<bool> _samples = GlobalOptions.Flag("--samples", "Attach samples: sound, text, and bytes of every value.");
    private readonly Option<string?> _out = ServerTestOptions.Text("--out", "FILE", "Also write the message to a file (.eml).");
    private readonly Option<string?> _via = ServerTestOptions.Text("--find-via", "NAME", "Look for the message through this incoming server, in the inbox and the junk folder.");
    private readonly Option<string?> _mailbox = ServerTestOptions.Text("--find-mailbox", "A", "The mailbox to look in (default: --recipient).");
    private readonly Option<string?> _host = ServerTestOptions.Text("--find-host", "H", "Mail host of that mailbox (default: outlook.office365.com).");
    private readonly Option<int?> _port = GlobalOptions.Number("--find-port", "TCP port of that mailbox.", least: 1);
    private readonly Option<int?> _within = GlobalOptions.Number("--find-within", $"Seconds to look for the message (default: {ServerTestLimits.DefaultFindSeconds}).", least: 1);
    private readonly Option<string?> _server = ServerTestOptions.Text("--authserv-id", "NAME", "The receiving server whose SPF, DKIM and DMARC results count (default: the topmost).");

    public void AddTo(Command command)
    {
        Option[] options = [_send, _subject, _attachments, _samples, _out, _via, _mailbox, _host, _port, _within, _server, GlobalOptions.WhatIf];
        foreach (var option in options) command.Add(option);
    }

    public ServerTestCall Read(ParseResult parsed, ServerTestCall given) => given with
    {
        Send = parsed.GetValue(_send),
        Subject = parsed.GetValue(_subject),
        AttachmentPaths = [.. (parsed.GetValue(_attachments) ?? []).Select(Path.GetFullPath)],
        WithSamples = parsed.GetValue(_samples),
        OutPath = parsed.GetValue(_out) is { } file ? Path.GetFullPath(file) : null,
        Find = parsed.GetValue(_via) is not { } via ? null : new MessageSearchCall
        {
            Via = via,
            Mailbox = parsed.GetValue(_mailbox) ?? given.RecipientAddress,
            Host = parsed.GetValue(_host),
            Port = parsed.GetValue(_port),
            WithinSec = parsed.GetValue(_within),
            AuthenticationServer = parsed.GetValue(_server),
        },
    };
}
