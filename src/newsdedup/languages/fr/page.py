"""How French text is recognised, its abbreviations, and the page furniture of its news sites."""

from __future__ import annotations

from newsdedup.languages.tables import words

FUNCTION_WORDS = frozenset(
    "le la les des une est dans pour que qui sur par avec au aux du et en ne pas ont été plus ce cette son sont mais "
    "selon après dont il elle leur ses sa se".split()
)

ABBREVIATIONS = words("""
    M, MM, Mme, Mmes, Mlle, Dr, Pr, St, Ste, bd, janv, févr, fév, avr, juil, sept, oct, nov, déc, Cie, Ets
""")

FURNITURE = (
    r"(?:photo|photos|crédit|crédits|crédit photo|image|vidéo|illustration|légende|source)\s*:.{0,80}",
    r"(?:partager|partager l['’]article|commenter|réagir|imprimer|\d* ?commentaires?|publicité|newsletter)\s*:?",
    r"(?:lire aussi|à lire aussi|à lire également|lire également|sur le même sujet|voir aussi|notre dossier)\s*:?.{0,120}",
    r"(?:suivez-nous|abonnez-vous|s['’]abonner|inscrivez-vous|recevez)\b.{0,120}",
    r"(?:publié|mis à jour|modifié|posté) le .{4,60}",
    r"(?:mots-clés|mots clés|tags?|thèmes?)\s*:.*",
)

ENDS_ARTICLE = (
    r"(?:sur le même sujet|à lire aussi|les plus lus|les plus commentés|articles liés|à lire également|commentaires?)\s*:?",
)

CREDITS = (r"\((?:photo|crédit photo|crédit|image)\s*:?[^()]{2,60}\)",)

CREDIT_WORDS = ("photo", "crédit", "image")

SECTIONS = words("""
    Accueil, À la une, Actualités, Actualité, Actu, Politique, Société, International, Monde, Europe, Économie, Economie,
    Entreprises, Faits divers, Fait divers, Justice, Région, Régions, Sport, Sports, Football, Rugby, Culture, Cinéma, Musique,
    Livres, Santé, Sciences, Planète, Environnement, Éducation, Education, Tech, High-tech, Médias, People, Loisirs, Voyages,
    Gastronomie, Style, Immobilier, Emploi, Opinions, Débats, Tribunes, Idées, Vidéos, Photos, Podcasts, Newsletters,
    Se connecter, S'abonner, Abonnez-vous, Mon compte, Recherche, Rechercher, Météo, Annonces, Contact, Nous contacter
""")

FOOTERS = (
    r"(?:©|copyright\b|tous droits réservés\b).{0,160}|(?:.{0,80}[ .,])?tous droits réservés\b.{0,160}",
    r"(?:abonnez-vous|inscrivez-vous|s['’]inscrire|recevez)\b.{0,80}\b(?:newsletters?|lettre d['’]information|alertes?|notifications)\b.{0,100}",
    r"(?:mentions légales|politique de confidentialité|conditions générales(?: d['’]utilisation| de vente)?|gestion des cookies|"
    r"plan du site|nous contacter|qui sommes-nous)(?:\W+(?:et )?(?:mentions légales|politique de confidentialité|"
    r"conditions générales(?: d['’]utilisation| de vente)?|gestion des cookies|plan du site|nous contacter|qui sommes-nous))*",
    r"(?:ce|notre) site utilise des cookies\b.{0,300}|accepter (?:tous )?les cookies|en poursuivant votre navigation\b.{0,200}",
    r"(?:suivez|retrouvez|rejoignez)[ -]nous sur (?:facebook|twitter|x|instagram|youtube|tiktok|whatsapp|linkedin|telegram)\b.{0,120}",
    r"(?:partager|partagez)\W*(?:sur\W*)?(?:(?:facebook|twitter|whatsapp|e-?mail|linkedin|imprimer|copier le lien)\b\W*){2,}",
    r"(?:toute )?reproduction\b.{0,80}\b(?:interdite|autorisation)\b.{0,100}",
    r"télécharge[rz] (?:notre|l['’])\s?(?:appli|application)\b.{0,100}",
)

TEASERS = (r"(?:lire aussi|à lire aussi|à lire également|lire également|voir aussi|sur le même sujet)\s*:.{1,300}",)

FOOTER_WORDS = words("""
    ©, copyright, droits réservés, abonnez, inscrivez, inscrire, recevez, mentions légales, confidentialité,
    conditions générales, cookies, plan du site, nous contacter, qui sommes, votre navigation, suivez, retrouvez, rejoignez,
    partager, partagez, reproduction, télécharge, lire aussi, lire également, voir aussi, même sujet
""")

FOOTER_CUES = words("""
    droits réservés, mentions légales, de confidentialité, conditions générales, nous contacter, plan du, des cookies,
    les cookies, suivez nous, notre newsletter, nos newsletters, lire aussi, abonnez vous, toute reproduction
""")

OUTLETS = words(
    "Le Monde, Le Point, La Croix, Le Figaro, Libération, Les Échos, L'Express, L'Humanité, Marianne, Le Soir, Le Temps"
)

OUTLET_WORDS = words("""
    Figaro, Parisien, Ouest-France, Sud Ouest, Dauphiné, Progrès, Dépêche, Provence, Nice-Matin, BFM, BFMTV, TF1, France 24,
    Franceinfo, RFI, RTL, AFP, Mediapart, Télégramme, Midi Libre, Républicain, Nouvelles, Journal, Gazette, Voix, Actu
""")

OUTLET_LINKS = words("le, la, les, de, du, des, et, l', d', en, sur, direct")
