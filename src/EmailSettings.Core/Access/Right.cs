using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Access;

/// <summary>A right. The platform's access types are View, Modify, Create and Delete; Manage is all four.</summary>
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

    /// <summary>Change them; whoever may change sees what it is, too.</summary>
    public static Right EmailServiceModify { get; } = new("EmailService.Modify", "read and change basic settings, attachment settings and error texts", EmailServiceView);

    /// <summary>Read incoming servers.</summary>
    public static Right IncomingView { get; } = new("Incoming.View", "read incoming mail servers");

    /// <summary>Everything with incoming servers and their secrets.</summary>
    public static Right IncomingManage { get; } = new("Incoming.Manage", "read, change and test incoming mail servers and their secrets", IncomingView);

    /// <summary>Read the outgoing server.</summary>
    public static Right OutgoingView { get; } = new("Outgoing.View", "read the outgoing mail server");

    /// <summary>Everything with the outgoing server and its secret.</summary>
    public static Right OutgoingManage { get; } = new("Outgoing.Manage", "read, change and test the outgoing mail server and its secret", OutgoingView);

    /// <summary>Everything: certificate, rights, locks, backup and restore too.</summary>
    public static Right Administrator { get; } = new("Administrator", "do everything: certificate, rights, locks, backup and restore too", EmailServiceModify, IncomingManage, OutgoingManage);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Right> All { get; } =
        [EmailServiceView, EmailServiceModify, IncomingView, IncomingManage, OutgoingView, OutgoingManage, Administrator];

    /// <summary>The name that people type.</summary>
    public string Name { get; }

    /// <summary>What its holder may do, as it stands after "may".</summary>
    public string Meaning { get; }

    /// <summary>Rights that its holder has with it.</summary>
    public IReadOnlyList<Right> Includes { get; }

    /// <summary>A right to read, which binds only once somebody was given one.</summary>
    public bool IsView => this == EmailServiceView || this == IncomingView || this == OutgoingView;

    /// <summary>The right of a name, whatever its case.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightUnknown"/>.</exception>
    public static Right Parse(string? name) => Find(name?.Trim())
        ?? throw AccessErrors.RightUnknown.Error("right", name ?? "", string.Join(", ", All.Select(right => right.Name)));

    /// <summary>The right of a name; null for a name that is none, as a store of a later version may hold it.</summary>
    public static Right? Find(string? name) => All.FirstOrDefault(right => right.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whoever holds this right may do what needs <paramref name="needed"/>.</summary>
    public bool Covers(Right needed) => this == needed || Includes.Any(right => right.Covers(needed));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
