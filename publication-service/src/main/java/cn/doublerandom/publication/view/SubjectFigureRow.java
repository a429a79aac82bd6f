package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What one entry of the register adds to the figures. */
@Entity
@Table(name = "subject_figure_view")
class SubjectFigureRow extends Document {}
