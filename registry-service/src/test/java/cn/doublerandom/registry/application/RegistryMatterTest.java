package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.rest.AbsenceBatchResource;
import cn.doublerandom.registry.rest.AbsenceResource;
import cn.doublerandom.registry.rest.BureauResource;
import cn.doublerandom.registry.rest.DeputyResource;
import cn.doublerandom.registry.rest.ExpertErasureResource;
import cn.doublerandom.registry.rest.ImportUndoResource;
import cn.doublerandom.registry.rest.InspectorResource;
import cn.doublerandom.registry.rest.ItemRenamingResource;
import cn.doublerandom.registry.rest.ItemResource;
import cn.doublerandom.registry.rest.OfficeResource;
import cn.doublerandom.registry.rest.RecusalRequestResource;
import cn.doublerandom.registry.rest.RecusalResource;
import cn.doublerandom.registry.rest.StatusBatchResource;
import cn.doublerandom.registry.rest.SubjectErasureResource;
import cn.doublerandom.registry.rest.SubjectMergeResource;
import cn.doublerandom.registry.rest.SubjectStatusResource;
import cn.doublerandom.registry.rest.WorkdayResource;
import cn.doublerandom.registry.ui.AbsenceRequestPages;
import cn.doublerandom.registry.ui.BatchRequestPages;
import cn.doublerandom.registry.ui.BureauPages;
import cn.doublerandom.registry.ui.DeputyPages;
import cn.doublerandom.registry.ui.ErasureRequestPages;
import cn.doublerandom.registry.ui.MandateRequestPages;
import cn.doublerandom.registry.ui.MergeRequestPages;
import cn.doublerandom.registry.ui.NoticeRequestPages;
import cn.doublerandom.registry.ui.RecusalRequestPages;
import cn.doublerandom.registry.ui.ReleaseRequestPages;
import cn.doublerandom.registry.ui.RenamingRequestPages;
import cn.doublerandom.registry.ui.RequestPages;
import cn.doublerandom.registry.ui.StatusRequestPages;
import cn.doublerandom.registry.ui.UndoRequestPages;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits is told to the roles that may do it, in whole sentences of both languages. */
class RegistryMatterTest {
  private static final List<Class<?>> PAGES =
      List.of(RequestPages.class, BureauPages.class, DeputyPages.class);
  private static final List<Class<?>> DECIDING =
      List.of(
          StatusRequestPages.class,
          MergeRequestPages.class,
          AbsenceRequestPages.class,
          RecusalRequestPages.class,
          ErasureRequestPages.class,
          ReleaseRequestPages.class,
          RenamingRequestPages.class,
          MandateRequestPages.class,
          NoticeRequestPages.class,
          UndoRequestPages.class,
          BatchRequestPages.class,
          BureauPages.class,
          DeputyPages.class);
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 20);

  private static List<Class<?>> addresses(RegistryMatter matter) {
    return switch (matter) {
      case STATUS, ENTRY -> List.of(SubjectStatusResource.class, StatusBatchResource.class);
      case MERGE, UNMERGE -> List.of(SubjectMergeResource.class);
      case ABSENCE -> List.of(AbsenceResource.class, AbsenceBatchResource.class);
      case RECUSAL, RECUSAL_REVOKED -> List.of(RecusalResource.class, RecusalRequestResource.class);
      case INSPECTOR_ERASURE -> List.of(InspectorResource.class);
      case ERASURE -> List.of(SubjectErasureResource.class, ExpertErasureResource.class);
      case RELEASE -> List.of(ItemResource.class);
      case RENAMING -> List.of(ItemRenamingResource.class);
      case MANDATE -> List.of(OfficeResource.class);
      case NOTICE -> List.of(WorkdayResource.class);
      case IMPORT_UNDO -> List.of(ImportUndoResource.class);
      case BUREAU -> List.of(BureauResource.class);
      case DEPUTY -> List.of(DeputyResource.class);
    };
  }

  @ParameterizedTest
  @EnumSource
  void it_waits_for_the_roles_that_are_let_in_where_it_is_agreed_to(RegistryMatter matter) {
    for (Class<?> resource : addresses(matter)) {
      assertThat(
              Arrays.stream(resource.getDeclaredMethods())
                  .filter(method -> method.isAnnotationPresent(Path.class))
                  .filter(method -> method.getAnnotation(Path.class).value().endsWith("approval"))
                  .map(method -> Set.of(method.getAnnotation(RolesAllowed.class).value())))
          .isNotEmpty()
          .allSatisfy(roles -> assertThat(roles).isEqualTo(Set.copyOf(matter.roles())));
    }
  }

  private static String address(Class<?> pages, Method method) {
    Path path = method.getAnnotation(Path.class);
    return "/registry"
        + pages.getAnnotation(Path.class).value()
        + (path == null ? "" : path.value());
  }

  /** The pages a thing leads to, whatever they call what it is about. */
  private static List<Method> pages(String place) {
    String shape = place.replaceAll("[{][^}]*[}]", "{}");
    return pages(PAGES, address -> address.replaceAll("[{][^}]*[}]", "{}").equals(shape));
  }

  private static List<Method> pages(List<Class<?>> of, Predicate<String> which) {
    return of.stream()
        .flatMap(pages ->
            Arrays.stream(pages.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class))
                .filter(method -> which.test(address(pages, method))))
        .toList();
  }

  /** Something of that kind, as its stream says it. */
  private static Pending some(RegistryMatter kind) {
    String key =
        switch (kind) {
          case RECUSAL, RECUSAL_REVOKED -> "91130534MA00000012/JC001";
          case ERASURE -> "subject/91130534MA00000012";
          default -> "甲 单位";
        };
    return Pending.of(kind.code(), key).saying("of", "JC001").in("2023-03-12-1a").since(TODAY);
  }

  /** The list of all that waits is no place where one of them is decided on. */
  @ParameterizedTest
  @EnumSource
  void it_opens_the_page_where_it_is_decided_on(RegistryMatter kind) {
    opens(kind, 1);
    if (!kind.many().equals(Sentence.NONE)) {
      opens(kind, 12);
    }
  }

  private static void opens(RegistryMatter kind, int many) {
    Matter matter =
        new RegistryMatters(TODAY).waiting(new PendingGroup("stream", some(kind), many), Map.of());
    String at = Objects.requireNonNull(matter.at());
    assertThat(pages(DECIDING, address -> at.matches(address.replaceAll("[{][^}]*[}]", "[^/]+"))))
        .as(at)
        .isNotEmpty()
        .allSatisfy(page ->
            assertThat(page.getAnnotation(RolesAllowed.class).value()).containsAll(kind.roles()));
  }

  @ParameterizedTest
  @EnumSource
  void it_leads_to_a_page_that_lets_in_whom_it_waits_for(RegistryMatter matter) {
    String place = matter.page().address();
    assertThat(pages(place))
        .as(place)
        .hasSize(1)
        .allSatisfy(page ->
            assertThat(page.getAnnotation(RolesAllowed.class).value()).containsAll(matter.roles()));
  }

  @ParameterizedTest
  @EnumSource
  void it_is_told_in_a_whole_sentence_of_each_language(RegistryMatter kind) {
    Pending first =
        Pending.of(kind.code(), "K")
            .saying("of", "甲")
            .saying("what", "乙")
            .saying("english", "B")
            .saying("by", "registrar")
            .since(LocalDate.of(2023, 3, 12));

    Matter matter =
        new RegistryMatters(TODAY).matter(new PendingGroup("subject-甲", first, 1), Map.of());

    assertThat(matter.chinese()).contains("甲").endsWith("（registrar 3月12日提出）");
    assertThat(matter.english())
        .startsWith("Agree")
        .endsWith("(asked for by registrar on 12 March)");
    assertThat(matter.chinese() + matter.english()).doesNotContain("%", "null");
    assertThat(matter.at())
        .as("where a second person decides")
        .isEqualTo(
            switch (kind) {
              case BUREAU -> "/registry/ui/bureaus/K";
              case DEPUTY -> "/registry/ui/deputies";
              default -> "/registry/ui/requests";
            });
  }

  @Test
  void a_pause_is_told_with_the_name_of_the_firm_and_who_asked_for_it() {
    Pending asked =
        Pending.of("status", "X")
            .saying("of", "X")
            .saying("what", "停业")
            .saying("english", "change of status to suspended")
            .saying("by", "registrar")
            .since(LocalDate.of(2022, 12, 30));

    Matter matter =
        new RegistryMatters(TODAY)
            .matter(new PendingGroup("subject-X", asked, 1), Map.of("X", "清河县示例运输有限公司"));

    assertThat(matter.chinese()).isEqualTo("批准“清河县示例运输有限公司”的停业申请（registrar 2022年12月30日提出）");
  }

  @Test
  void a_batch_is_one_thing_to_do() {
    Pending asked =
        Pending.of("entry", "X")
            .in("2023-03-12-1a")
            .saying("of", "X")
            .saying("by", "registrar")
            .since(TODAY);

    assertThat(
            new RegistryMatters(TODAY)
                .matter(new PendingGroup("subject-X", asked, 298), Map.of())
                .chinese())
        .isEqualTo("核准批次 2023-03-12-1a 的 298 户检查对象入库（registrar 3月20日提出）");
  }

  @Test
  void nothing_waits_for_who_touched_it_or_has_another_role() {
    PendingGroup asked =
        new PendingGroup("subject-X", Pending.of("status", "X").notFor(Set.of("wang")), 1);

    assertThat(chosen(asked, "WANG", "approver")).isEmpty();
    assertThat(chosen(asked, "li", "approver")).hasSize(1);
    assertThat(chosen(asked, "li", "registrar")).isEmpty();
  }

  private static List<PendingGroup> chosen(PendingGroup group, String account, String role) {
    return PendingGroup.chosen(
        List.of(group), new Person(account, "", Set.of(role)), RegistryMatter.ROLES);
  }

  @Test
  void a_file_that_was_checked_and_left_waits_for_whoever_handed_it_in() {
    var left = new Drafts.Left("ab".repeat(16), "名录.xlsx", Instant.parse("2023-03-19T02:00:00Z"));

    Matter matter = new RegistryMatters(TODAY).drafts(List.of(left)).first().getFirst();

    assertThat(matter.chinese()).isEqualTo("导入或放弃已检查的文件“名录.xlsx”（3月22日删除）");
    assertThat(matter.english()).contains("名录.xlsx").contains("22 March");
    assertThat(matter.at()).isEqualTo("/registry/ui/imports/" + "ab".repeat(16));
  }
}
