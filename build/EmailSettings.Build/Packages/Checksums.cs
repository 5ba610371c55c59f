using System.Security.Cryptography;

namespace EmailSettings.Build.Packages;

/// <summary>Writes checksums in the format of sha256sum.</summary>
internal static class Checksums
{
    public static void Write(string target, IEnumerable<string> files) =>
        File.WriteAllText(target, string.Concat(files.Order(StringComparer.Ordinal).Select(file =>
            $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetFileName(file)}\n")));
}
