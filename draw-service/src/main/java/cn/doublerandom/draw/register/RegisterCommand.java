package cn.doublerandom.draw.register;

import cn.doublerandom.bureau.figures.Turns;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the listener asks. */
public sealed interface RegisterCommand {
  /**
   * @param since the day it came to be
   * @param effective day from which its state holds; absent where that was not told
   * @param states every status with its first day; absent where they were not told
   */
  record NoteSubject(
      KnownEntry.KnownSubject subject,
      LocalDate since,
      @Nullable LocalDate effective,
      @Nullable Turns<String> states)
      implements RegisterCommand {}

  record NoteInspector(KnownEntry.KnownInspector inspector) implements RegisterCommand {}

  record NoteItem(KnownEntry.KnownItem item, @Nullable LocalDate renamedOn)
      implements RegisterCommand {}

  record NoteItemRelease() implements RegisterCommand {}
}
