using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Access;

/// <summary>A right. The platform's access types are View, Modify, Create and Delete; Manage includes all four.</summary>
public sealed class Right
{
    private Right(string name, string meaning, params IReadOnlyList<Right> includes)
    {
        Name = name;
        Meaning = meaning;
        Includes = includes;
    }

    /// <summary>Read basic settings, attachment settings and error texts.</summary>
    public static Right EmailServiceView { get; } = new("EmailService.View", "read basic settings, attachment settings and error texts");

    /// <summary>Change them; includes reading.</summary>
    public static Right EmailServiceModify { get; } = new("EmailService.Modify", "read and change basic settings, attachment settings and error texts", EmailServiceView);

    /// <summary>Read incoming servers.</summary>
    public static Right IncomingView { get; } = new("Incoming.View", "read incoming mail servers");

    /// <summary>Read, change and test incoming servers and their secrets.</summary>
    public static Right IncomingManage { get; } = new("Incoming.Manage", "read, change and test incoming mail servers and their secrets", IncomingView);

    /// <summary>Read the outgoing server.</summary>
    public static Right OutgoingView { get; } = new("Outgoing.View", "read the outgoing mail server");

    /// <summary>Read, change and test the outgoing server and its secret.</summary>
    public static Right OutgoingManage { get; } = new("Outgoing.Manage", "read, change and test the outgoing mail server and its secret", OutgoingView);

    /// <summary>Do everything, including certificate, rights, locks, backup and restore.</summary>
    public static Right Administrator { get; } = new("Administrator", "do everything, including certificate, rights, locks, backup and restore", EmailServiceModify, IncomingManage, OutgoingManage);

    /// <summary>All rights.</summary>
    public static IReadOnlyList<Right> All { get; } =
        [EmailServiceView, EmailServiceModify, IncomingView, IncomingManage, OutgoingView, OutgoingManage, Administrator];

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What its holder may do, worded to follow "may".</summary>
    public string Meaning { get; }

    /// <summary>The rights included in it.</summary>
    public IReadOnlyList<Right> Includes { get; }

    /// <summary>Whether it is a view right; these are only enforced once one has been granted.</summary>
    public bool IsView => this == EmailServiceView || this == IncomingView || this == OutgoingView;

    /// <summary>Returns the right with a name, ignoring case.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightUnknown"/>.</exception>
    public static Right Parse(string? name) => Find(name?.Trim())
        ?? throw AccessErrors.RightUnknown.Error("right", name ?? "", string.Join(", ", All.Select(right => right.Name)));

    /// <summary>Returns the right with a name; null for an unknown one, which may come from a newer version.</summary>
    public static Right? Find(string? name) => All.FirstOrDefault(right => right.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns whether this right is or includes <paramref name="needed"/>.</summary>
    public bool Covers(Right needed) => this == needed || Includes.Any(right => right.Covers(needed));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
