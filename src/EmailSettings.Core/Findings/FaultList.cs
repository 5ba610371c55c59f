using System.Collections.ObjectModel;
using System.Globalization;

namespace EmailSettings.Core.Findings;

/// <summary>Collects faults. Untrusted input may have one in every byte, so their number is limited.</summary>
internal sealed class FaultList : Collection<Finding>
{
    /// <summary>The maximum number of faults reported at once.</summary>
    public const int Most = 1000;

    public void AddRange(IEnumerable<Finding> faults)
    {
        foreach (var fault in faults) Add(fault);
    }

    /// <exception cref="EmailSettingsException">
    /// There are too many: those found so far, and <see cref="StoreErrors.FaultsTooMany"/>.
    /// </exception>
    protected override void InsertItem(int index, Finding item)
    {
        if (Count == Most) throw new EmailSettingsException([.. this, StoreErrors.FaultsTooMany.At(limit: Most.ToString(CultureInfo.InvariantCulture))]);
        base.InsertItem(index, item);
    }
}
