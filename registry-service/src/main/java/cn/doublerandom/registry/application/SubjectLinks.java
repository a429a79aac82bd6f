package cn.doublerandom.registry.application;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 建设单位、施工单位 of an entry, and what names it. */
@ApplicationScoped
public class SubjectLinks {
  private static final int MOST_LINKS = 500;

  private final SubjectDirectory directory;

  @Inject
  SubjectLinks(SubjectDirectory directory) {
    this.directory = directory;
  }

  /**
   * Whom an entry names.
   *
   * @param registered the entry on the register; absent where the text names none
   */
  public record Link(String text, @Nullable SubjectDetails registered) {}

  /**
   * The neighbours of an entry.
   *
   * @param owner absent where the entry names none
   * @param contractor absent where the entry names none
   * @param projects entries that name this one, ascending by id, the first 500
   * @param others whether there are more of them
   */
  public record Links(
      @Nullable Link owner,
      @Nullable Link contractor,
      List<SubjectDetails> projects,
      boolean others) {
    /** An entry that has none. */
    public static final Links NONE = new Links(null, null, List.of(), false);

    /** Of one more than are listed. */
    static Links of(
        @Nullable Link owner, @Nullable Link contractor, List<SubjectDetails> oneMore, int most) {
      return new Links(
          owner, contractor, oneMore.stream().limit(most).toList(), oneMore.size() > most);
    }

    /** Whether it has none. */
    public boolean isEmpty() {
      return owner == null && contractor == null && projects.isEmpty();
    }
  }

  /** The neighbours of an entry as they stand on a day. */
  public Uni<Links> of(String id, LocalDate day) {
    return found(id)
        .map(entry ->
            entry.orElseThrow(() -> new ProblemException(RegistryRejection.SUBJECT_UNKNOWN)))
        .flatMap(entry -> links(id, entry.details().shown().more(), day));
  }

  /** One after the other: they share the session of the request. */
  private Uni<Links> links(String id, Particulars more, LocalDate day) {
    return link(more.owner(), day)
        .flatMap(owner ->
            link(more.contractor(), day)
                .flatMap(contractor ->
                    Uni.createFrom()
                        .completionStage(() -> directory.linkedTo(id, "", MOST_LINKS + 1))
                        .map(projects ->
                            Links.of(
                                owner.orElse(null),
                                contractor.orElse(null),
                                projects.stream().map(e -> e.asOf(day).shown()).toList(),
                                MOST_LINKS))));
  }

  private Uni<Optional<SubjectDirectory.Entry>> found(String id) {
    return Uni.createFrom().completionStage(() -> directory.find(id));
  }

  private Uni<Optional<Link>> link(String text, LocalDate day) {
    return text.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : found(text)
            .map(entry ->
                Optional.of(new Link(text, entry.map(e -> e.asOf(day).shown()).orElse(null))));
  }
}
