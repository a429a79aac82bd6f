package cn.doublerandom.inspection.visit;

/**
 * Where an officer's phone was, where he allowed it to say so.
 *
 * @param latitudeMicrodegrees WGS 84, −90,000,000 to 90,000,000
 * @param longitudeMicrodegrees likewise, −180,000,000 to 180,000,000
 * @param accuracyMetres as the phone said it, 0 to 100,000
 */
public record Place(int latitudeMicrodegrees, int longitudeMicrodegrees, int accuracyMetres) {}
