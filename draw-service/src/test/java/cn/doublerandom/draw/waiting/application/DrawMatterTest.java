package cn.doublerandom.draw.waiting.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.ui.DrawDeskPages;
import cn.doublerandom.draw.drawing.ui.SupervisorKeyPages;
import cn.doublerandom.draw.drawing.ui.WitnessPages;
import cn.doublerandom.draw.plan.ui.PlanPages;
import cn.doublerandom.draw.plan.ui.PlansPages;
import cn.doublerandom.draw.plan.ui.ProgrammePages;
import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits is told to roles that may do it, in whole sentences of both languages. */
class DrawMatterTest {
  private static final List<Class<?>> PAGES =
      List.of(
          PlansPages.class,
          PlanPages.class,
          ProgrammePages.class,
          DrawDeskPages.class,
          SupervisorKeyPages.class,
          WitnessPages.class);
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 20);
  private static final String PLAN = "plan.rest.PlanStepResource";
  private static final String DRAW = "drawing.rest.DrawResource";
  private static final String CEREMONY = "drawing.rest.CeremonyResource";

  /**
   * Where it is done: the resource and how the address of the operation ends; empty of the
   * resource's own.
   */
  private record Address(String resource, String end) {
    List<Method> operations() {
      try {
        return Arrays.stream(Class.forName("cn.doublerandom.draw." + resource).getDeclaredMethods())
            .filter(method ->
                method.isAnnotationPresent(POST.class) || method.isAnnotationPresent(PUT.class))
            .filter(method ->
                method.isAnnotationPresent(Path.class)
                    ? !end.isEmpty() && method.getAnnotation(Path.class).value().endsWith(end)
                    : end.isEmpty())
            .toList();
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Address address(DrawMatter matter) {
    return switch (matter) {
      case PLAN_BEGIN -> new Address("plan.rest.PlanResource", "/imports");
      case PLAN_DRAFT -> new Address(PLAN, "/submission");
      case PLAN -> new Address(PLAN, "{planKey}/approval");
      case PLAN_REPORT -> new Address(PLAN, "/report");
      case PLAN_PUBLICATION -> new Address(PLAN, "/publication");
      case ADJUSTMENT -> new Address(PLAN, "/adjustment/approval");
      case QUOTA -> new Address(PLAN, "/quota");
      case COMBINATION -> new Address("plan.rest.CombinationResource", "/combinations");
      case DRAW_DUE -> new Address(DRAW, "/tasks/{task}/draws");
      case PROGRAMME -> new Address("plan.rest.ProgrammeResource", "/approval");
      case PROGRAMME_RETURNED -> new Address("plan.rest.ProgrammeResource", "");
      case PROGRAMME_PUBLICATION -> new Address("plan.rest.ProgrammeResource", "/publication");
      case EXCLUSION -> new Address("drawing.rest.ExclusionResource", "/approval");
      case SEALING_KEY -> new Address("drawing.rest.SealingKeyResource", "/approval");
      case TERMS -> new Address(DRAW, "/terms-approval");
      case WITNESS_RELEASE ->
          new Address("drawing.rest.ReleaseResource", "/witness-release-approvals");
      case PROMISE -> new Address(CEREMONY, "/promises");
      case DEPOSIT -> new Address("drawing.rest.DepositResource", "/deposit-confirmation");
      case WITNESSES -> new Address(CEREMONY, "/witnesses");
      case SUPERVISOR_KEY -> new Address("drawing.rest.DepositResource", "/supervisor-keys");
      case DEPOSIT_LAYING -> new Address("drawing.rest.DepositResource", "{drawId}/deposit");
      case PROMISES_OPEN, DEPOSIT_OPEN -> new Address(DRAW, "/commitment");
      case COMMITMENT -> new Address(DRAW, "/commitment");
      case REVEAL -> new Address(CEREMONY, "/contributions");
      case REVEALS_OPEN, EXECUTION, DEPOSIT_OPENING -> new Address(DRAW, "/execution");
      case OPENING -> new Address(DRAW, "/opening");
      case VOID -> new Address(DRAW, "/void-approvals");
      case REPLACEMENT, KEEPING ->
          new Address("drawing.rest.ReplacementResource", "/replacement-approvals");
      case REPLACEMENT_DUE -> new Address("drawing.rest.ReplacementResource", "/replacements");
    };
  }

  @ParameterizedTest
  @EnumSource
  void it_waits_for_no_role_that_is_not_let_in_where_it_is_done(DrawMatter matter) {
    List<Method> operations = address(matter).operations();
    assertThat(operations)
        .isNotEmpty()
        .allSatisfy(operation ->
            assertThat(operation.getAnnotation(RolesAllowed.class).value())
                .containsAll(matter.roles()));
  }

  private static String address(Class<?> pages, Method method) {
    Path path = method.getAnnotation(Path.class);
    return "/draw" + pages.getAnnotation(Path.class).value() + (path == null ? "" : path.value());
  }

  /** The pages a thing leads to, whatever they call what it is about. */
  private static List<Method> pages(String place) {
    String shape = place.replaceAll("[{][^}]*[}]", "{}");
    return PAGES.stream()
        .flatMap(pages ->
            Arrays.stream(pages.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class))
                .filter(
                    method -> address(pages, method).replaceAll("[{][^}]*[}]", "{}").equals(shape)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void it_leads_to_a_page_that_lets_in_whom_it_waits_for(DrawMatter matter) {
    String place = matter.page().address();
    if (place.isEmpty()) {
      assertThat(matter).isIn(DrawMatter.EXCLUSION, DrawMatter.SEALING_KEY);
      return;
    }
    assertThat(pages(place))
        .as(place)
        .hasSize(1)
        .allSatisfy(page -> {
          if (!page.isAnnotationPresent(PermitAll.class)) {
            assertThat(page.getAnnotation(RolesAllowed.class).value()).containsAll(matter.roles());
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void it_is_told_in_a_whole_sentence_of_each_language(DrawMatter kind) {
    Pending one =
        DrawMatters.asked(kind, "K", "2023", "coordinator", Set.of("coordinator"))
            .saying(DrawMatters.WHAT, "乙")
            .since(LocalDate.of(2023, 3, 12));

    Matter matter = DrawMatters.matter(new PendingGroup("task-1", one, 1), TODAY, Names.NONE);

    assertThat(matter.chinese()).endsWith("（coordinator 3月12日提出）").doesNotContain("%", "null");
    assertThat(matter.english()).endsWith("(asked for by coordinator on 12 March)");
    if (kind == DrawMatter.EXCLUSION || kind == DrawMatter.SEALING_KEY) {
      assertThat(matter.at()).as("has no page of its own").isNull();
    } else if (kind == DrawMatter.PLAN_BEGIN) {
      assertThat(matter.at()).isEqualTo("/draw/ui/plans");
    } else if (kind == DrawMatter.SUPERVISOR_KEY) {
      assertThat(matter.at()).isEqualTo("/draw/ui/supervisor-keys");
    } else {
      assertThat(matter.at()).matches("/draw/ui/(plans|tasks|draws|ceremony)/[A-Za-z0-9-]+");
    }
  }

  @Test
  void a_plan_is_due_by_the_end_of_january() {
    Pending plan =
        DrawMatters.asked(DrawMatter.PLAN, "130534-2023", "2023", "coordinator", Set.of())
            .due(LocalDate.of(2023, 1, 31))
            .since(LocalDate.of(2023, 1, 20));

    Matter matter =
        DrawMatters.matter(
            new PendingGroup("plan-130534-2023", plan, 1), LocalDate.of(2023, 1, 21), Names.NONE);

    assertThat(matter.chinese()).isEqualTo("批准 2023 年度抽查工作计划（coordinator 1月20日提出）");
    assertThat(matter.due()).isEqualTo("2023-01-31");
  }
}
