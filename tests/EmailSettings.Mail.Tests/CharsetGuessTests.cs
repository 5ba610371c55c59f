using System.Text;
using CsCheck;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Tests;

/// <summary>Replies in charsets other than UTF-8.</summary>
public sealed class CharsetGuessTests
{
    [Theory]
    [InlineData("gb18030", "535 Error: 请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28")]
    [InlineData("gb18030", "550 5.7.1 用户不存在 (mailbox not found)")]
    [InlineData("windows-1251", "535 5.7.8 Неверный пароль, см. https://help.mail.ru/mail")]
    [InlineData("koi8-r", "550 5.1.1 Пользователь не найден")]
    [InlineData("iso-8859-1", "550 5.1.1 Empfänger unbekannt für diese Domäne, siehe https://example.de/?id=ä1")]
    [InlineData("iso-8859-1", "550 Boîte du destinataire pleine. Réessayez plus tard. OFR_417 [417]")]
    [InlineData("shift_jis", "550 5.1.1 ユーザーが見つかりません http://example.jp/1")]
    [InlineData("utf-8", "535 5.7.0 Ein Passwort für Programme wird verlangt, 授权码")]
    public void A_reply_is_decoded_with_the_most_likely_charset(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(text, WireText.Decode(Encoding.GetEncoding(charset).GetBytes(text)));
    }

    [Fact]
    public void Any_bytes_give_text_and_ASCII_is_unchanged() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        var text = WireText.Decode([.. "550 5.7.1 "u8, .. bytes, .. " see http://a.example/1"u8]);
        Assert.StartsWith("550 5.7.1 ", text, StringComparison.Ordinal);
        Assert.EndsWith("http://a.example/1", text, StringComparison.Ordinal);
    }, iter: 2000);
}
