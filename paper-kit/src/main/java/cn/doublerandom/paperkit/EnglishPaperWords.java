package cn.doublerandom.paperkit;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface EnglishPaperWords extends PaperWords {
  @Override
  @Message("en")
  String language();

  @Override
  @Message("Document no.: ")
  String number();

  @Override
  @Message(
      "{#when about}{#is 'DRAW'}Result hash of the draw (SHA-256): {#is 'VISIT_RECORD'}SHA-256 of the record as it was signed: {#is 'VISIT'}SHA-256 of the visit as it stood when printed: {#else}SHA-256: {/when}")
  String hash(String about);

  @Override
  @Message(
      "{#when about}{#is in 'PAPER' 'DRAW'}To check: {#else}For the subject, this inspection: {/when}")
  String checkAt(String about);

  @Override
  @Message("EXERCISE 演练")
  String practice();

  @Override
  @Message("A paper of an exercise: what it says is invented and has no effect.")
  String practiceMeans();

  @Override
  @Message("Page ")
  String pageBefore();

  @Override
  @Message(" of ")
  String pageBetween();

  @Override
  @Message("")
  String pageAfter();

  @Override
  @Message("(seal 盖章处)")
  String seal();

  @Override
  @Message("Signature: ")
  String signature();

  @Override
  @Message("Date: ")
  String signedOn();

  @Override
  @Message(
      "The typeface of this file lacks these signs, which are written as their Unicode numbers: {signs}.")
  String lacking(String signs);
}
