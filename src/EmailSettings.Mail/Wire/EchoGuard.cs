using System.Buffers.Text;
using System.Security.Cryptography;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Wire;

/// <summary>
/// Takes out of a server's lines what it repeats of the credentials that were sent to it: the exact bytes, as they are or in base64, whole or
/// cut off behind. State alone cannot do that, because an error text may quote the command it does not understand.
/// </summary>
internal sealed class EchoGuard : IDisposable
{
    private const int MinWhole = 4;
    private const int MinPart = 12;

    private static readonly byte[] SecretMark = "[secret]"u8.ToArray();
    private static readonly byte[] UserMark = "[user]"u8.ToArray();

    private readonly List<(byte[] Form, bool IsUser)> _forms = [];
    private bool _forgetUser;

    public EchoGuard(MailCredential credential)
    {
        Add(credential.Secret, isUser: false);
        AddBase64(credential.Secret, isUser: false);
        var user = System.Text.Encoding.UTF8.GetBytes(credential.User);
        Add(user, isUser: true);
        AddBase64(user, isUser: true);
    }

    /// <summary>Watches for a SASL response as well.</summary>
    public void AddResponse(ReadOnlySpan<byte> response) => AddBase64(response, isUser: false);

    /// <summary>The user name is a secret within the authentication alone: later it is the sender's address as often as not.</summary>
    public void ForgetUser() => _forgetUser = true;

    /// <summary>The line as text, marks in place of what it repeats.</summary>
    public string Decode(ReadOnlySpan<byte> line)
    {
        List<byte>? clean = null;
        var copied = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var length = Match(line, i, out var isUser);
            if (length == 0)
                continue;
            clean ??= [];
            clean.AddRange(line[copied..i]);
            clean.AddRange(isUser ? UserMark : SecretMark);
            copied = i + length;
            i = copied - 1;
        }

        if (clean is null)
            return WireText.Decode(line);
        clean.AddRange(line[copied..]);
        return WireText.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(clean));
    }

    public void Dispose()
    {
        foreach (var (form, _) in _forms)
            CryptographicOperations.ZeroMemory(form);
        _forms.Clear();
    }

    private int Match(ReadOnlySpan<byte> line, int at, out bool isUser)
    {
        var best = 0;
        isUser = false;
        foreach (var (form, user) in _forms)
        {
            if (user && _forgetUser)
                continue;
            var length = CommonPrefix(line[at..], form);
            var counts = length >= MinPart || (length == form.Length && StandsAlone(line, at, length));
            if (counts && length > best)
                (best, isUser) = (length, user);
        }

        return best;
    }

    // A short password may be part of an ordinary word, which a mark in its place would give away.
    private static bool StandsAlone(ReadOnlySpan<byte> line, int at, int length) =>
        (at == 0 || !IsWord(line[at - 1])) && (at + length == line.Length || !IsWord(line[at + length]));

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == (byte)'_';

    // Servers that quote a command may have changed its case.
    private static int CommonPrefix(ReadOnlySpan<byte> line, ReadOnlySpan<byte> form)
    {
        var max = Math.Min(line.Length, form.Length);
        var i = 0;
        while (i < max && Fold(line[i]) == Fold(form[i]))
            i++;
        return i;
    }

    private static int Fold(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? b | 0x20 : b;

    private void AddBase64(ReadOnlySpan<byte> value, bool isUser)
    {
        var form = Pinned(Base64.GetMaxEncodedToUtf8Length(value.Length));
        Base64.EncodeToUtf8(value, form, out _, out _);
        Keep(form, isUser);
    }

    private void Add(ReadOnlySpan<byte> value, bool isUser)
    {
        var form = Pinned(value.Length);
        value.CopyTo(form);
        Keep(form, isUser);
    }

    private void Keep(byte[] form, bool isUser)
    {
        if (form.Length >= MinWhole)
            _forms.Add((form, isUser));
        else
            CryptographicOperations.ZeroMemory(form);
    }

    private static byte[] Pinned(int length) => GC.AllocateArray<byte>(length, pinned: true);
}
