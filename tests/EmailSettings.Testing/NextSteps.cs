using System.Reflection;
using EmailSettings.Core.Findings;

namespace EmailSettings.Testing;

/// <summary>
/// Every next step before placeholders are filled in: those of the table of messages, and those of situations, which are
/// constants. Shared by the suites that check what the steps refer to.
/// </summary>
public static class NextSteps
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Fields<FindingCode>().SelectMany(code => new[] { code.NextStep, code.Microsoft365Step, code.Microsoft365TokenStep, code.TokenStep, code.GmailStep }).OfType<string>(),
        .. Fields<string>("Step"),
    ];

    private static IEnumerable<T> Fields<T>(string ending = "") => typeof(FindingCode).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.FieldType == typeof(T) && field.Name.EndsWith(ending, StringComparison.Ordinal) && (typeof(T) != typeof(string) || field.IsLiteral))
        .Select(field => (T)field.GetValue(null)!);
}
