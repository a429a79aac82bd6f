package cn.doublerandom.registry.subject;

import cn.doublerandom.bureau.key.BureauKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The register of subjects as it is read. */
public interface SubjectDirectory {
  /**
   * One entry with what became of it.
   *
   * @param details as it stood on the day of its last change
   * @param mergedInto the entry it stands for, now or from a later day; empty where none
   * @param risk absent where nobody said where the class comes from
   * @param timeline what holds from which day, later days too
   * @param changedOn the day of its last change; absent in a row from before it was kept
   * @param changedSeq seq of its last change in the ledger
   * @param statusAsked a status that waits for a second person; absent where none does
   */
  record Entry(
      SubjectDetails details,
      String mergedInto,
      @Nullable RiskSource risk,
      Timeline timeline,
      @Nullable LocalDate changedOn,
      long changedSeq,
      Subject.@Nullable StatusAsked statusAsked) {
    /** A row from before timelines were kept says what it says until it is filled anew. */
    public Entry {
      timeline = timeline == null ? Timeline.of(details) : timeline;
    }

    /** What is known of the days after its last change. */
    public List<Period> later() {
      LocalDate day = changedOn;
      return day == null
          ? List.of()
          : timeline.periods(details.id()).stream()
              .skip(1)
              .filter(p -> p.from().isAfter(day))
              .toList();
    }

    /** The same as it stands on a day: status, class, labels; the rest as it was told last. */
    public SubjectDetails asOf(LocalDate day) {
      return timeline.asOf(details, day);
    }
  }

  /**
   * Who is meant. Empty texts and lists ask for nothing.
   *
   * @param labels all of them
   * @param region GB/T 2260, two, four or six digits: everything below it
   */
  record Scope(
      LocalDate on,
      Optional<SubjectKind> kind,
      List<String> labels,
      List<CreditRiskClass> riskClasses,
      String region,
      String industry,
      String keyField) {}

  /**
   * What is looked for, of the entries there were on a day. Empty texts ask for nothing.
   *
   * @param text fragment of the name, or how the code begins
   * @param label one of its labels
   * @param region GB/T 2260, two, four or six digits: everything below it
   */
  record Query(
      LocalDate on,
      String text,
      Optional<SubjectKind> kind,
      String label,
      Optional<SubjectStatus> status,
      Optional<CreditRiskClass> riskClass,
      String region,
      Order order) {
    /** The same in another order. */
    public Query inOrder(Order other) {
      return new Query(on, text, kind, label, status, riskClass, region, other);
    }

    /** Whether it asks for more than a text and a day. */
    public boolean isNarrowed() {
      return kind.isPresent()
          || !label.isEmpty()
          || status.isPresent()
          || riskClass.isPresent()
          || !region.isEmpty();
    }
  }

  /** In which order a list stands; ids come after equal names. */
  enum Order {
    BY_ID,
    BY_ID_DESCENDING,
    BY_NAME,
    BY_NAME_DESCENDING
  }

  /**
   * Where a list goes on.
   *
   * @param name of the last entry that was shown; empty at the beginning
   * @param id of the same
   */
  record Place(String name, String id) {
    public static final Place BEGINNING = new Place("", "");
  }

  /**
   * Part of an answer.
   *
   * @param count how many there are in all
   * @param ids ascending
   */
  record InScope(long count, List<String> ids) {}

  /** At most {@code limit} subjects with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);

  CompletionStage<Optional<Entry>> find(String id);

  /** Those of the ids there are, ascending. */
  CompletionStage<List<Entry>> among(Collection<String> ids);

  /** At most {@code limit} of what is looked for, after a place, in its order. */
  CompletionStage<List<Entry>> found(Query query, Place after, int limit);

  /** How many there are of it. */
  CompletionStage<Long> count(Query query);

  /** Subjects whose name holds the fragment or whose id begins with it, ascending by id. */
  CompletionStage<List<Entry>> search(String fragment, String after, int limit);

  /** Projects, vehicles and vessels whose owner or contractor is this subject, ascending by id. */
  CompletionStage<List<Entry>> linkedTo(String id, String after, int limit);

  /** Who was active and no duplicate on a day, as the register knows it now. */
  CompletionStage<InScope> inScope(Scope scope, String after, int limit);

  /** What was true of a subject and when, ascending. */
  CompletionStage<List<Period>> periods(String id);

  /** Groups of entries that look like one: same name and kind. */
  CompletionStage<List<List<String>>> lookAlikes(int limit);

  /** Entries that bear one of the names, however it was typed; people and merged ones left out. */
  CompletionStage<List<Entry>> named(List<String> names, int limit);

  /** At most {@code limit} entries whose last change is after {@code seq}, in that order. */
  CompletionStage<List<Entry>> changedAfter(long seq, int limit);

  /** The same of one bureau, whoever asks. */
  CompletionStage<List<Entry>> changedAfter(BureauKey bureau, long seq, int limit);

  /**
   * Entries with a status that waits for a second person, ascending by id.
   *
   * @param batch of one import; empty for all
   */
  CompletionStage<List<Entry>> statusAsked(String batch, String after, int limit);
}
