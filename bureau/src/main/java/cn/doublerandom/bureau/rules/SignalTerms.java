package cn.doublerandom.bureau.rules;

import org.jspecify.annotations.Nullable;

/**
 * From when on it is said that a visit may have gone through the motions (走形式、随意录入): never a
 * verdict, and for the supervisor alone.
 *
 * @param charactersPerMinute nobody reads a checklist faster
 * @param secondsPerQuestion nor answers a question in less, however short it is
 * @param fewest visits of a unit that must show the same before anything is said
 * @param ofThousand and of the unit's visits so many in a thousand
 * @param alikeOfThousand two texts are alike from so much likeness on, in thousandths
 * @param textLength characters of a text that is compared at all
 * @param chancePerMillion how often an honest year may show an all-clean series in any unit
 * @param visitsPerHour more in one hour of one officer are many
 * @param kilometresPerHour nobody drives faster from visit to visit
 * @param lateDays days between the end of a visit and its result from which on it is late
 * @param editsAfterReturn answers changed after a result came back
 * @param photoBitsApart of 256 bits of how a photo looks, in so many two may differ and be the same
 *     photo, 0 to 15; absent in packs from before photos were looked at, where {@link
 *     #BITS_APART_UNLESS_SAID} holds
 */
public record SignalTerms(
    int charactersPerMinute,
    int secondsPerQuestion,
    int fewest,
    int ofThousand,
    int alikeOfThousand,
    int textLength,
    int chancePerMillion,
    int visitsPerHour,
    int kilometresPerHour,
    int lateDays,
    int editsAfterReturn,
    @Nullable Integer photoBitsApart) {
  /** A photo saved anew or made smaller differs in fewer, one of another place in many more. */
  public static final int BITS_APART_UNLESS_SAID = 6;

  private static final int MOST_BITS_APART = 15;

  public SignalTerms {
    if (photoBitsApart != null && (photoBitsApart < 0 || photoBitsApart > MOST_BITS_APART)) {
      throw new IllegalArgumentException("photoBitsApart is 0 to 15");
    }
  }

  /** In how many bits photos may differ that are the same. */
  public int bitsApart() {
    return photoBitsApart == null ? BITS_APART_UNLESS_SAID : photoBitsApart;
  }
}
