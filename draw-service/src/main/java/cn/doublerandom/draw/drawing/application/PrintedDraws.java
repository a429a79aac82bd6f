package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Draws to be printed: executed and open, void ones too. */
@ApplicationScoped
public class PrintedDraws {
  private final ExplainedDraws draws;
  private final DrawDirectory directory;
  private final ServedBureaus bureaus;
  private final DrawStory story;
  private final AccountNames names;
  private final Asking asking;

  @Inject
  PrintedDraws(
      ExplainedDraws draws,
      DrawDirectory directory,
      ServedBureaus bureaus,
      DrawStory story,
      AccountNames names,
      Asking asking) {
    this.story = story;
    this.names = names;
    this.asking = asking;
    this.draws = draws;
    this.directory = directory;
    this.bureaus = bureaus;
  }

  /** A draw as it stands now. */
  public Uni<PrintedDraw> of(String drawId) {
    return draws
        .executed(drawId)
        .flatMap(draw ->
            Uni.createFrom()
                .completionStage(() -> directory.find(drawId))
                .map(listed ->
                    new PrintedDraw(
                        draw,
                        listed.filter(entry -> entry.phase().equals("VOIDED")).isPresent(),
                        issuer(drawId))));
  }

  /** The same as the office signs it: with its whole course, and people by their names. */
  public Uni<PrintedDraw> ofOffice(String drawId) {
    return of(drawId)
        .flatMap(printed ->
            story
                .of(drawId)
                .flatMap(
                    course -> names.of(asking).map(called -> printed.ofOffice(course, called))));
  }

  private String issuer(String drawId) {
    return BureauKey.ofId(drawId)
        .map(key -> bureaus.entry(key).map(Bureau::name).orElse(key.text()))
        .orElse(drawId);
  }
}
