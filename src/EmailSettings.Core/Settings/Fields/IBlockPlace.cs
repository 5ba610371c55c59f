namespace EmailSettings.Core.Settings.Fields;

/// <summary>The block that a fault refers to.</summary>
internal interface IBlockPlace
{
    /// <summary>Its path in messages.</summary>
    string At { get; }
}
