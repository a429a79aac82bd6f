package cn.doublerandom.draw.register;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.RegisterCommand.NoteInspector;
import cn.doublerandom.draw.register.RegisterCommand.NoteItem;
import cn.doublerandom.draw.register.RegisterCommand.NoteItemRelease;
import cn.doublerandom.draw.register.RegisterCommand.NoteSubject;
import cn.doublerandom.draw.register.RegisterEvent.InspectorNoted;
import cn.doublerandom.draw.register.RegisterEvent.ItemNoted;
import cn.doublerandom.draw.register.RegisterEvent.ItemReleaseNoted;
import cn.doublerandom.draw.register.RegisterEvent.SubjectNoted;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes what changed and nothing twice; the state is the entry as last told, if any. */
public final class RegisterDecider
    implements Decider<RegisterCommand, RegisterEvent, Optional<KnownEntry>> {
  @Override
  public Optional<KnownEntry> initial() {
    return Optional.empty();
  }

  @Override
  public Decision<RegisterEvent> decide(RegisterCommand command, Optional<KnownEntry> known) {
    return switch (command) {
      case NoteSubject note -> {
        KnownSubject subject = note.subject().with(standing(note, known.orElse(null)));
        yield known.equals(Optional.of(subject)) ? accept() : accept(new SubjectNoted(subject));
      }
      case NoteInspector(var inspector) ->
          known.equals(Optional.of(inspector)) ? accept() : accept(new InspectorNoted(inspector));
      case NoteItem(var told, var renamedOn) -> {
        KnownItem item =
            known.orElse(null) instanceof KnownItem before
                ? before.followedBy(told, renamedOn)
                : told;
        yield known.equals(Optional.of(item)) ? accept() : accept(new ItemNoted(item));
      }
      case NoteItemRelease() ->
          known.orElse(null) instanceof KnownItem item && item.claimed()
              ? accept(new ItemReleaseNoted())
              : accept();
    };
  }

  /** The entry after what was told of it; absent where nothing is known of it. */
  public Optional<KnownEntry> after(Optional<KnownEntry> before, RegisterCommand told) {
    Optional<KnownEntry> known = before;
    return switch (decide(told, before)) {
      case Decision.Accepted<RegisterEvent>(var events) -> {
        for (RegisterEvent event : events) {
          known = evolve(known, event);
        }
        yield known;
      }
      case Decision.Rejected<RegisterEvent>(var rejection, var details) ->
          throw new IllegalArgumentException("refused: " + rejection);
    };
  }

  private static Standing standing(NoteSubject note, @Nullable KnownEntry known) {
    if (note.states() != null) {
      return Standing.of(note.states());
    }
    KnownSubject before = known instanceof KnownSubject subject ? subject : null;
    return Standing.told(
        before == null ? null : before.standing(),
        before == null ? null : before.status(),
        note.since(),
        note.subject().status(),
        note.effective());
  }

  @Override
  public Optional<KnownEntry> evolve(Optional<KnownEntry> known, RegisterEvent event) {
    return switch (event) {
      case SubjectNoted(var subject) -> Optional.of(subject);
      case InspectorNoted(var inspector) -> Optional.of(inspector);
      case ItemNoted(var item) -> Optional.of(item);
      case ItemReleaseNoted() ->
          known.map(entry -> entry instanceof KnownItem item ? item.released() : entry);
    };
  }
}
