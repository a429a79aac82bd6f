package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.application.RecordSignatures.SubjectSigns;
import cn.doublerandom.inspection.phone.PhoneStep;
import org.jspecify.annotations.Nullable;

/**
 * A step as a phone hands it in.
 *
 * @param step of a SUBJECT_SIGNED one without its subject as long as its sheet is not made
 * @param signs what the subject did, with names and strokes; absent of other steps
 */
public record HandedIn(PhoneStep step, @Nullable SubjectSigns signs) {}
