namespace EmailSettings.Mail.Tests.Replay;

/// <summary>
/// All cases of a run, in a fixed order: each conversation in every delivery, cut at every byte, then mutations with a fixed seed
/// until there are enough.
/// </summary>
internal static class ReplayCases
{
    private static readonly Delivery[] Deliveries = Enum.GetValues<Delivery>();

    // Typical stumbling blocks for parsers.
    private static readonly byte[][] Fragments =
    [
        "\r\n"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), [0], [0xFF, 0xFE], "{2147483647}\r\n"u8.ToArray(), "{5}\r\n"u8.ToArray(), "{-1}\r\n"u8.ToArray(), "+ \r\n"u8.ToArray(),
        "* BYE\r\n"u8.ToArray(), "334 \r\n"u8.ToArray(), "334 eyJzdGF0dXMiOiI0MDAifQ==\r\n"u8.ToArray(), "250-"u8.ToArray(), "A1 OK\r\n"u8.ToArray(), "\" ( ) \\ ] ["u8.ToArray(),
        "99999999999999999999"u8.ToArray(), "\u00e4\u202e"u8.ToArray(), "421 bye\r\n"u8.ToArray(), new byte[300], [.. Enumerable.Repeat((byte)'x', 70_000)],
    ];

    /// <summary>Gets as many cases as requested, but at least all cuts.</summary>
    public static IEnumerable<ReplayCase> Of(IReadOnlyList<Conversation> conversations, int seed, int count)
    {
        var made = 0;
        foreach (var replay in Systematic(conversations))
        {
            made++;
            yield return replay;
        }

        var random = new Random(seed);
        for (; made < count; made++)
        {
            var conversation = conversations[random.Next(conversations.Count)];
            yield return new ReplayCase(conversation, Mutate(conversation.Bytes, random), Deliveries[random.Next(Deliveries.Length)], $"mutation {made}");
        }
    }

    private static IEnumerable<ReplayCase> Systematic(IReadOnlyList<Conversation> conversations)
    {
        foreach (var conversation in conversations)
        {
            foreach (var delivery in Deliveries)
                yield return new ReplayCase(conversation, conversation.Bytes, delivery, "as it is");
            for (var length = 0; length < conversation.Bytes.Length; length++)
                yield return new ReplayCase(conversation, conversation.Bytes[..length], Deliveries[length % Deliveries.Length], $"cut at {length}");
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = new List<byte>(bytes);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(mutated.Count + 1);
            var length = Math.Min(random.Next(1, 40), mutated.Count - at);
            switch (random.Next(7))
            {
                case 0 when length > 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1 when length > 0:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    mutated.RemoveRange(at, length);
                    break;
                case 3:
                    mutated.InsertRange(random.Next(mutated.Count + 1), mutated.GetRange(at, length));
                    break;
                case 4:
                    mutated.InsertRange(at, [.. Enumerable.Repeat(mutated.GetRange(at, length), random.Next(1, 50)).SelectMany(slice => slice)]);
                    break;
                case 5:
                    mutated.RemoveRange(at, mutated.Count - at);
                    break;
                default:
                    // The long ones cost most and find least.
                    mutated.InsertRange(at, Fragments[random.Next(random.Next(20) == 0 ? Fragments.Length : Fragments.Length - 1)]);
                    break;
            }
        }

        return [.. mutated];
    }
}
