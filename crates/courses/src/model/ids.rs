//! Names of rows, one type per noun.

db::id!(
    /// A series of courses.
    CourseSeriesId,
    /// An organisation or association that offers a series.
    ProviderId,
    /// A course: content without dates.
    CourseId,
    /// One run of a course.
    EditionId,
    /// A place where courses are held.
    VenueId,
    /// One payer's sign-up of one or more people.
    OrderId,
    /// One person's seat in an edition.
    RegistrationId,
    /// Somebody's interest in a next run.
    InterestId,
    /// A course held in earlier years.
    PastCourseId,
    /// A participant's words.
    TestimonialId,
);
