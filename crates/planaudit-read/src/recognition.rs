//! Whether pictures of pages can be recognised, and what to do where they cannot.

/// What stands in the way of recognising scanned pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognition {
    /// Nothing: they are recognised.
    Ready,
    /// Tesseract is not installed.
    NotInstalled,
    /// The program was built without it.
    NotBuilt,
}

impl Recognition {
    /// How things stand on this machine.
    pub fn now() -> Self {
        #[cfg(feature = "ocr")]
        return if crate::pdf::can_recognise() { Self::Ready } else { Self::NotInstalled };
        #[cfg(not(feature = "ocr"))]
        return Self::NotBuilt;
    }

    /// What to do about pages that are pictures.
    ///
    /// ```
    /// assert!(planaudit_read::Recognition::NotInstalled.advice().contains("tesseract-ocr"));
    /// ```
    pub fn advice(self) -> &'static str {
        match self {
            Self::Ready => "character recognition found nothing on them either; look at the file",
            Self::NotInstalled => {
                "install Tesseract for character recognition (the system's package tesseract-ocr) and try again"
            }
            Self::NotBuilt => {
                "run character recognition on the file (OCRmyPDF does), or build with the feature `ocr` and install Tesseract (the system's package tesseract-ocr)"
            }
        }
    }
}
