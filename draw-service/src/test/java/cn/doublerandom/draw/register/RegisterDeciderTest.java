package cn.doublerandom.draw.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
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
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the registry tells is noted once, as it was last told. */
class RegisterDeciderTest {
  private static final LocalDate FOUNDED = LocalDate.of(2018, 5, 2);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final KnownItem ITEM = new KnownItem("JT-1", "客运检查", "道路运输", true, true, null);
  private static final KnownItem RELEASED =
      new KnownItem("JT-1", "客运检查", "道路运输", false, true, null);
  private static final KnownInspector INSPECTOR =
      new KnownInspector(
          "I-1", List.of(), LocalDate.of(2027, 1, 1), "ACTIVE", List.of(), null, null, null);

  private final RegisterDecider decider = new RegisterDecider();
  private final DeciderSpecification<RegisterCommand, RegisterEvent, Optional<KnownEntry>> entry =
      DeciderSpecification.of(decider);

  private static KnownSubject subject(String status, @Nullable Standing standing) {
    return new KnownSubject("S-1", "甲公司", "ENTERPRISE", List.of(), status, null, standing, null);
  }

  private static NoteSubject told(String status, @Nullable LocalDate effective) {
    return new NoteSubject(subject(status, null), FOUNDED, effective, null);
  }

  @Test
  void a_subject_told_first_stood_so_since_it_was_founded() {
    entry
        .given()
        .when(told("ACTIVE", null))
        .then(new SubjectNoted(subject("ACTIVE", Standing.of(FOUNDED, "ACTIVE"))));
  }

  @Test
  void a_subject_told_again_keeps_the_days_it_was_in_business() {
    Standing always = Standing.of(FOUNDED, "ACTIVE");
    var known = entry.given(new SubjectNoted(subject("ACTIVE", always)));
    known.when(told("ACTIVE", null)).then();
    known
        .when(told("SUSPENDED", JUNE))
        .then(new SubjectNoted(subject("SUSPENDED", always.after("SUSPENDED", JUNE))));
  }

  @Test
  void a_subject_known_without_its_days_was_what_it_was_told_to_be() {
    entry
        .given(new SubjectNoted(subject("ACTIVE", null)))
        .when(told("SUSPENDED", JUNE))
        .then(
            new SubjectNoted(
                subject("SUSPENDED", Standing.of(FOUNDED, "ACTIVE").after("SUSPENDED", JUNE))));
  }

  @Test
  void where_every_state_is_told_with_its_day_they_hold() {
    Turns<String> states = Turns.of(FOUNDED, "SUSPENDED").with(JUNE, "ACTIVE");
    entry
        .given(new SubjectNoted(subject("ACTIVE", Standing.of(FOUNDED, "ACTIVE"))))
        .when(new NoteSubject(subject("ACTIVE", null), FOUNDED, null, states))
        .then(new SubjectNoted(subject("ACTIVE", Standing.of(states))));
  }

  @Test
  void an_inspector_and_an_item_told_again_are_no_news() {
    entry.given().when(new NoteInspector(INSPECTOR)).then(new InspectorNoted(INSPECTOR));
    entry.given(new InspectorNoted(INSPECTOR)).when(new NoteInspector(INSPECTOR)).then();
    entry.given().when(new NoteItem(ITEM, null)).then(new ItemNoted(ITEM));
    entry.given(new ItemNoted(ITEM)).when(new NoteItem(ITEM, null)).then();
    entry.given(new ItemNoted(RELEASED)).when(new NoteItem(ITEM, null)).then(new ItemNoted(ITEM));
  }

  @Test
  void a_release_is_noted_of_a_claimed_item_and_of_nothing_else() {
    var released = entry.given(new ItemNoted(ITEM)).when(new NoteItemRelease());
    released.then(new ItemReleaseNoted());
    assertThat(released.state()).contains(RELEASED);
    entry.given(new ItemNoted(RELEASED)).when(new NoteItemRelease()).then();
    entry.given(new InspectorNoted(INSPECTOR)).when(new NoteItemRelease()).then();
    entry.given().when(new NoteItemRelease()).then();
    assertThat(decider.evolve(Optional.of(INSPECTOR), new ItemReleaseNoted())).contains(INSPECTOR);
  }

  @Test
  void what_was_told_is_what_is_known_afterwards() {
    Optional<KnownEntry> known = decider.after(Optional.empty(), new NoteItem(ITEM, null));
    assertThat(known).contains(ITEM);
    assertThat(decider.after(known, new NoteItemRelease())).contains(RELEASED);
    assertThat(decider.after(known, new NoteItem(ITEM, null))).isEqualTo(known);
    assertThat(decider.after(Optional.empty(), new NoteItemRelease())).isEmpty();
  }
}
