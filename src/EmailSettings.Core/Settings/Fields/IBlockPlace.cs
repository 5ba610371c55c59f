namespace EmailSettings.Core.Settings.Fields;

/// <summary>A block whose fields faults are told of.</summary>
internal interface IBlockPlace
{
    /// <summary>Where it is said to be.</summary>
    string At { get; }
}
