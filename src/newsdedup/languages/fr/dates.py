"""French dates."""

from __future__ import annotations

from newsdedup.languages.dates import Dates
from newsdedup.languages.tables import valued, words

DATES = Dates(
    months=valued("""
        janvier 1, janv. 1, janv 1, février 2, fevrier 2, févr. 2, fév. 2, mars 3, avril 4, avr. 4, mai 5, juin 6,
        juillet 7, juil. 7, août 8, aout 8, septembre 9, sept. 9, octobre 10, oct. 10, novembre 11, nov. 11,
        décembre 12, decembre 12, déc. 12
    """),
    lower_case_months=True,
    weekdays=valued("lundi 0, mardi 1, mercredi 2, jeudi 3, vendredi 4, samedi 5, dimanche 6"),
    not_weekdays=words("chaque, tous les, le"),
    next_words=("prochain", "prochaine"),
    week_words=valued("de la semaine dernière -1, de la semaine prochaine 1, de cette semaine 0"),
    last_words=("dernier", "dernière", "passé"),
    near_days=valued("""
        aujourd'hui 0, aujourd’hui 0, ce matin 0, cet après-midi 0, ce soir 0, ce midi 0, hier -1, hier matin -1,
        hier soir -1, hier après-midi -1, avant-hier -2, la veille au soir -1, demain 1, demain matin 1, demain soir 1,
        après-demain 2
    """),
    parts_of_day=words("matin, soir, nuit, la nuit du, la soirée du, la matinée du, l'après-midi du, l’après-midi du"),
    day_words=("le", "du", "au", "ce", "dès le", "journée du"),
    ordinal_endings=("er",),
    year_words=words(
        "en, depuis, dès, année, l'année, l’année, an, fin de l'année, fin de l’année, avant, après, exercice"
    ),
    near_years=valued("""
        de l'année dernière -1, de l’année dernière -1, de l'an dernier -1, de l’an dernier -1, l'an dernier -1,
        l’an dernier -1, de cette année 0, cette année 0, de l'an prochain 1, de l’an prochain 1,
        de l'année prochaine 1, de l’année prochaine 1, l'an prochain 1, l’an prochain 1
    """),
    parts_of_year=valued("""
        début 1, au début de 1, au début de l'année 1, au début de l’année 1, mi 6, à la mi 6, fin 12, à la fin de 12,
        à la fin de l'année 12, à la fin de l’année 12
    """),
    parts_of_month=words("début, mi, fin, au début du mois de, à la fin du mois de"),
    quarters=valued("""
        premier trimestre 1, deuxième trimestre 2, troisième trimestre 3, quatrième trimestre 4, 1er trimestre 1,
        2e trimestre 2, 3e trimestre 3, 4e trimestre 4, t1 1, t2 2, t3 3, t4 4
    """),
    past_after=("dernier", "passé"),
    future_words=words(
        "sera, seront, aura, auront, doit, doivent, devra, devront, prévu, prévue, prévus, prévues, prochain"
    ),
    past_words=words("a été, ont été, était, étaient, avait, avaient, a eu, s'est, s’est, est mort, est morte, a tué"),
    weak_past_words=words("arrêté, arrêtée, tué, tués, tuée, blessé, blessés, survenu, survenue, disparu, disparue"),
    open_words=words("dès, depuis, jusqu'au, jusqu’au, avant, à partir, à compter"),
    clause_words=words("qui, que, dont, où, quand, lorsque, après, car"),
    ago_before=("il y a", "voici"),
    clock_leads=("à",),
    clock_ends=words("heure locale, heure de paris, gmt, utc"),
    named_hours=valued("midi 12, minuit 0"),
    until=words("au, jusqu'au, jusqu’au, à la date du, arrêté au, en date du"),
    links=("en", "au", "à", "pour", "fin"),
    list_words=("-", "–", "et", "au", "&"),
    not_days=words("numéro, n°, score, classe, chambre, bâtiment, lot, appartement, page, route, ligne"),
    hour_words=("h", "heures", "heure"),
    minute_words=("min", "mn", "minutes"),
    reports=words("""
        a dit, a déclaré, a annoncé, a indiqué, a affirmé, a précisé, a confirmé, a rapporté, ont indiqué, ont annoncé,
        ont déclaré, ont précisé, ont confirmé, publié, publié le, publiée le, mis à jour, mis à jour le, paru le, posté le,
        communiqué, communiqué du, annoncé, indiqué, déclaré
    """),
    documents=words(
        "loi, décret, arrêté, ordonnance, circulaire, règlement, résolution, directive, accord, note, courrier"
    ),
    surely_future_words=words(
        """sera, seront, aura, auront, devra, devront, doit, doivent, prévu, prévue, prévus, prévues, va, vont"""
    ),
    happenings=words("""
        s'est produit, s’est produit, a eu lieu, ont eu lieu, survenu, survenue, accident, attaque, attentat, explosion,
        incendie, séisme, tempête, inondation, fusillade, meurtre, tué, tués, mort, morts, blessé, blessés, éclaté,
        effondré, percuté, tiré, découvert, retrouvé
    """),
    aftermaths=words("""
        arrêté, arrêtés, interpellé, inculpé, mis en examen, procès, jugé, condamné, tribunal, audience, garde à vue,
        obsèques, funérailles, enterrement, hommage, veillée, autopsie, identifié, conférence de presse, démissionné
    """),
    about_words=words("de, du, pour, sur, dans, d'"),
    later_words=words("après, à la suite de, dans le cadre de"),
    other_matters=words("""
        né, née, anniversaire, expire, fondé, fondée, créé, entrée en vigueur, date limite, élu, élue, depuis
    """),
)
