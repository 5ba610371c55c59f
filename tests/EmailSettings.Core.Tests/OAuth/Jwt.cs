using System.Buffers.Text;
using System.Text;

namespace EmailSettings.Core.Tests.OAuth;

/// <summary>Creates tokens; the signature is arbitrary, since nothing here verifies it.</summary>
internal static class Jwt
{
    public static string Of(string payload) =>
        $"{Base64Url.EncodeToString("{\"alg\":\"none\"}"u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.c2ln";
}
