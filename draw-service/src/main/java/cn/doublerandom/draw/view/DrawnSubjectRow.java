package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The days on which one subject was drawn. */
@Entity
@Table(name = "drawn_subject_view")
class DrawnSubjectRow extends Document {}
