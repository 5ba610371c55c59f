using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Changes.History;

/// <summary>Matches the incoming servers of two states.</summary>
internal static class ServerPairs
{
    /// <summary>
    /// Matches by id first, which renaming keeps, then by name, ignoring case; in the order of the left, then of the right.
    /// </summary>
    /// <typeparam name="T">The item type that represents a server.</typeparam>
    /// <param name="left">The servers of one state.</param>
    /// <param name="right">The servers of the other.</param>
    /// <param name="of">Returns the server of an item.</param>
    /// <param name="haveIdentities">False if ids are not comparable, so that only names count.</param>
    public static IEnumerable<(T? Left, T? Right)> Of<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, Func<T, IncomingMailServer> of, bool haveIdentities = true)
        where T : class
    {
        var partners = new int[left.Count];
        var taken = new bool[right.Count];
        Array.Fill(partners, -1);
        if (haveIdentities) Pair(left, right, partners, taken, server => of(server).Id);

        // Most lists have the same servers in the same order, which saves the lookup.
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (partners[i] < 0 && !taken[i] && of(left[i]).Name == of(right[i]).Name) (partners[i], taken[i]) = (i, true);
        }
        Pair(left, right, partners, taken, server => of(server).Name, ServerName.Comparer);

        for (var i = 0; i < left.Count; i++) yield return (left[i], partners[i] < 0 ? null : right[partners[i]]);
        for (var i = 0; i < right.Count; i++)
        {
            if (!taken[i]) yield return (null, right[i]);
        }
    }

    private static void Pair<T, TKey>(
        IReadOnlyList<T> left, IReadOnlyList<T> right, int[] partners, bool[] taken, Func<T, TKey> keyOf, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        if (!partners.Contains(-1) || !taken.Contains(false)) return;
        var free = new Dictionary<TKey, int>(comparer);
        for (var i = 0; i < right.Count; i++)
        {
            if (!taken[i]) free[keyOf(right[i])] = i;
        }
        for (var i = 0; i < left.Count; i++)
        {
            if (partners[i] < 0 && free.Remove(keyOf(left[i]), out var partner)) (partners[i], taken[partner]) = (partner, true);
        }
    }
}
