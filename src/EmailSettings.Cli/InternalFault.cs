using EmailSettings.Core.Findings;

namespace EmailSettings.Cli;

/// <summary>Reports a bug: the types of the exceptions and where they were thrown, never their messages.</summary>
internal static class InternalFault
{
    private const int Frames = 12;

    public static Finding Of(Exception exception)
    {
        var types = new List<string>();
        for (var e = exception; e is not null; e = e.InnerException) types.Add(e.GetType().FullName!);
        var frames = (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(WithoutFile).Take(Frames);
        return InternalErrors.InternalFault.At(detail: $"{string.Join(" < ", types)}. {string.Join("; ", frames)}");
    }

    private static string WithoutFile(string frame) =>
        frame.LastIndexOf(") in ", StringComparison.Ordinal) is var end and >= 0 ? frame[..(end + 1)] : frame;
}
