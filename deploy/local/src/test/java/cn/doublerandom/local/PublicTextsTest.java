package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody writes into a request of these services is read by everybody ({@code
 * PublicText}), or is named here as what is not: who adds a text decides which it is.
 */
class PublicTextsTest {
  /** The services' own annotation, which is on no class path of these tests. */
  private static final String PUBLIC = "cn.doublerandom.servicekit.text.PublicText";

  /** So long that somebody writes a sentence. */
  private static final int PROSE = 200;

  /** Read by officers, by the firm, or by who wrote it. */
  private static final Set<String> NOT_PUBLIC =
      Set.of(
          "publication.BulletinWithdrawalResource$BulletinWithdrawalEnd.reason",
          "publication.BulletinWithdrawalResource$BulletinWithdrawalRefusal.reason",
          "publication.DisciplineResource$DisciplineProposalEnd.reason",
          "publication.DisciplineResource$DisciplineRefusal.reason",
          "publication.LetterDeskResource$ReplyEnd.reason",
          "publication.LetterDeskResource$ReplyRefusal.reason",
          "publication.LetterResource$LetterRequest.text",
          "publication.ObjectionResource$ObjectionRequest.statement",
          "publication.OwnRepairResource$RepairRequest.statement",
          "publication.RepairResource$RepairRefusal.reason",
          "publication.ResultChangeResource$ChangeEnd.reason",
          "publication.ResultChangeResource$ChangeRefusal.reason",
          "publication.WebhookResource$WebhookReason.reason",
          "publication.WebhookResource$WebhookRequest.address");

  private static boolean isProse(JavaField field) {
    return field.getRawType().isEquivalentTo(String.class)
        && field.tryGetAnnotationOfType(Size.class).filter(size -> size.max() >= PROSE).isPresent();
  }

  private static String name(JavaField field) {
    JavaClass owner = field.getOwner();
    String service = owner.getPackageName().replaceAll("cn\\.doublerandom\\.([a-z]+)\\..*", "$1");
    String type = owner.getName().substring(owner.getPackageName().length() + 1);
    return service + "." + type + "." + field.getName();
  }

  private static Set<String> prose(String module, boolean isPublic) {
    return CompiledHouse.of(module).stream()
        .filter(type -> type.getPackageName().matches(".*\\.(rest|ui)"))
        .filter(JavaClass::isRecord)
        .flatMap(type -> type.getFields().stream())
        .filter(PublicTextsTest::isProse)
        .filter(field -> field.isAnnotatedWith(PUBLIC) == isPublic)
        .map(PublicTextsTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_text_of_the_publication_is_asked_for_telephones_or_is_known_not_to_be_public() {
    assertThat(prose("publication-service", false)).isEqualTo(new TreeSet<>(NOT_PUBLIC));
  }

  @Test
  void what_draws_plans_and_bulletins_tell_everybody_is_asked_for_telephones() {
    assertThat(prose("draw-service", true))
        .contains(
            "draw.DrawRequests$VoidApproval.reason",
            "draw.DrawRequests$Replacement.reason",
            "draw.DrawRequests$Replacement.evidence",
            "draw.ProgrammeResource$Body.training",
            "draw.ProgrammeResource$Body.contact");
    assertThat(prose("inspection-service", true))
        .contains("inspection.BulletinResource$BulletinDraft.text");
  }
}
