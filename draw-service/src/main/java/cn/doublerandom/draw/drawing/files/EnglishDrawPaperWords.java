package cn.doublerandom.draw.drawing.files;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface EnglishDrawPaperWords extends DrawPaperWords {
  @Override
  @Message("List of a draw (抽取名单)")
  String list();

  @Override
  @Message("Record of a draw (抽取记录)")
  String record();

  @Override
  @Message("This draw was voided; kept for reference only")
  String isVoid();

  @Override
  @Message("Part {part} of {parts}: subjects {first} to {last}. Signatures are on the last part.")
  String part(int part, int parts, int first, int last);

  @Override
  @Message("The draw")
  String about();

  @Override
  @Message("Draw")
  String drawId();

  @Override
  @Message("Plan and task")
  String task();

  @Override
  @Message("Round")
  String round();

  @Override
  @Message("Drawn on")
  String executedOn();

  @Override
  @Message("Visits")
  String days();

  @Override
  @Message("{from} to {to}")
  String daysFromTo(java.time.LocalDate from, java.time.LocalDate to);

  @Override
  @Message("Frame")
  String frame();

  @Override
  @Message("{all} in scope, {eligible} eligible")
  String frameOf(int all, int eligible);

  @Override
  @Message("Drawn")
  String drawn();

  @Override
  @Message("{count}")
  String drawnOf(int count);

  @Override
  @Message("Commitment")
  String commitHash();

  @Override
  @Message("Seed")
  String seed();

  @Override
  @Message("Hash of the result")
  String resultHash();

  @Override
  @Message("Salt of the seal")
  String salt();

  @Override
  @Message("Inspection items")
  String items();

  @Override
  @Message("Item")
  String item();

  @Override
  @Message("Code")
  String itemCode();

  @Override
  @Message("Category")
  String itemKind();

  @Override
  @Message("key")
  String keyItem();

  @Override
  @Message("general")
  String generalItem();

  @Override
  @Message("No.")
  String number();

  @Override
  @Message("Subject")
  String subject();

  @Override
  @Message("Credit code or number")
  String subjectCode();

  @Override
  @Message("Inspectors")
  String team();

  @Override
  @Message("Tasks")
  String tasks();

  @Override
  @Message("no team")
  String noTeam();

  @Override
  @Message("Nobody was drawn.")
  String nobody();

  @Override
  @Message("Replaced since the draw (who visits now)")
  String changed();

  @Override
  @Message("no longer visited")
  String notVisited();

  @Override
  @Message("Inspectors are lacking: {people} short.")
  String missing(int people);

  @Override
  @Message(
      "{#switch stratum}{#case 'A'}Low risk (A){#case 'B'}Ordinary risk (B){#case 'C'}Higher risk (C){#case 'D'}High risk (D){#case 'ALL'}All subjects{#case ''}All subjects{#else}{stratum}{/switch}")
  String classOf(String stratum, String words);

  @Override
  @Message("Numbers by class")
  String strata();

  @Override
  @Message("Class")
  String stratum();

  @Override
  @Message("In scope")
  String inScope();

  @Override
  @Message("Eligible")
  String eligible();

  @Override
  @Message("Rate")
  String rate();

  @Override
  @Message("Expected")
  String expected();

  @Override
  @Message("What was done")
  String steps();

  @Override
  @Message("Step")
  String step();

  @Override
  @Message("Date (Beijing)")
  String when();

  @Override
  @Message("Content")
  String what();

  @Override
  @Message(
      "The total follows from the rate, rounded up, 1 at least; what is expected is the share of each class in it, and where that is no whole number the seed decides whether one more is drawn.")
  String expectedWhat();

  @Override
  @Message("Frozen")
  String frozen();

  @Override
  @Message(
      "{subjects} subjects and {inspectors} inspectors were frozen; rule packs in force: {rulePack}.")
  String frozenWhat(int subjects, int inspectors, String rulePack);

  @Override
  @Message("Terms agreed to")
  String agreed();

  @Override
  @Message("By a second person who had no hand in it.")
  String agreedWhat();

  @Override
  @Message("Committed")
  String committed();

  @Override
  @Message("The commitment was published; to be executed by {executeBy} (Beijing time).")
  String committedWhat(String executeBy);

  @Override
  @Message("Executed")
  String executed();

  @Override
  @Message("The result follows from the seed: {drawn} drawn.")
  String executedWhat(int drawn);

  @Override
  @Message("Subjects that could not be drawn")
  String excluded();

  @Override
  @Message("Reason")
  String reason();

  @Override
  @Message("Subjects")
  String count();

  @Override
  @Message(
      "{#switch code}{#case 'SUSPENDED'}suspended{#case 'CAP_REACHED'}annual cap reached{#case 'ANNUAL_CAP'}annual cap reached{#case 'RECENTLY_INSPECTED'}inspected recently{#case 'UNDER_INVESTIGATION'}under investigation{#case 'OTHER'}other (agreed to by two people){#else}{code}{/switch}")
  String reasonOf(String code);

  @Override
  @Message("Where chance came from")
  String chance();

  @Override
  @Message(
      "{#switch kind}{#case 'ceremony'}Chance comes from the operator and the witnesses together: each published a commitment first and revealed after it. While one of them is honest nobody can bend the result.{#case 'lottery'}Chance comes from the numbers of a public lottery named beforehand, entered alike by two people.{#case 'drand'}Chance comes from a round of the public beacon drand named beforehand.{/switch}")
  String chanceOf(String kind);

  @Override
  @Message("By")
  String source();

  @Override
  @Message("Published before")
  String promised();

  @Override
  @Message("Revealed")
  String came();

  @Override
  @Message("Operator")
  String operator();

  @Override
  @Message("Witness: {name}")
  String witnessNamed(String name);

  @Override
  @Message("Second person")
  String checker();

  @Override
  @Message("Supervisor")
  String supervisor();

  @Override
  @Message("The list follows from the published seed; those below were present and confirm it.")
  String signedList();

  @Override
  @Message("This record agrees with what was done in the room.")
  String signedCourse();

  @Override
  @Message(
      "List, promises, seed and result agree with what was done in the room. The whole course (witnesses named and released, deposit, reveals) stands in the record the office prints.")
  String signedRecord();
}
