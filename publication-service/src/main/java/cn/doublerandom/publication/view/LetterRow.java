package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One letter of the public, without its words. */
@Entity
@Table(name = "letter_view")
class LetterRow extends Document {}
